import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import { faultOf } from '../../../protocol/dashboard/faults.ts';
import { storageTrouble } from '../../store/storage-trouble.ts';
import { apiErrorOf } from '../api-error.ts';

/** A backup or another program usually releases the database within this time. */
const RETRY_AFTER_S = 5;

/** What a person is shown for an error of the disk or the database; undefined for other errors. */
export function storageError(error: unknown): ApiError | undefined {
	const trouble = storageTrouble(error);
	return trouble && apiErrorOf(faultOf(trouble), trouble === 'database-locked' ? RETRY_AFTER_S : undefined);
}
