import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import { faultOf } from '../../../protocol/dashboard/faults.ts';
import { type StorageTrouble, storageTrouble } from '../../store/storage-trouble.ts';
import { apiError, apiErrorOf } from '../api-error.ts';

/** A backup or another program usually releases the database within this time. */
const RETRY_AFTER_S = 5;

const ERRORS: Record<StorageTrouble, ApiError> = {
	full: apiError('disk-full'),
	locked: apiErrorOf(faultOf('database-locked'), RETRY_AFTER_S),
	unwritable: apiError('disk-unwritable'),
	damaged: apiError('database-damaged'),
};

/** What a person is shown for an error of the disk or the database; undefined for other errors. */
export function storageError(error: unknown): ApiError | undefined {
	const trouble = storageTrouble(error);
	return trouble && ERRORS[trouble];
}
