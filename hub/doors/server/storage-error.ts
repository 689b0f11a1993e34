import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import { type StorageTrouble, storageTrouble } from '../../store/storage-trouble.ts';

/** A backup or another program lets go of the database in this time, as a rule. */
const RETRY_AFTER_S = 5;
const UNCHANGED = 'Relays still work; nothing was changed.';

const ERRORS: Record<StorageTrouble, ApiError> = {
	full: { code: 'storage', message: `The hub's disk is full. ${UNCHANGED}` },
	locked: {
		code: 'busy',
		message: `Another program has locked the hub's database. Try again in a moment. ${UNCHANGED}`,
		retryAfterS: RETRY_AFTER_S,
	},
	unwritable: { code: 'storage', message: `The hub's disk cannot be written. ${UNCHANGED}` },
	damaged: {
		code: 'storage',
		message: `The hub's database is damaged: stop the hub and restore a backup of its data folder. ${UNCHANGED}`,
	},
};

/** What a person is told of an error of the disk or the database; undefined where it was something else. */
export function storageError(error: unknown): ApiError | undefined {
	const trouble = storageTrouble(error);
	return trouble && ERRORS[trouble];
}
