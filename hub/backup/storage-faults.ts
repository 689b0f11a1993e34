import { type Fault, faultOf } from '../../protocol/dashboard/faults.ts';
import { type StorageTrouble, storageTrouble } from '../store/storage-trouble.ts';

const FAULTS = {
	full: 'disk-full',
	locked: 'database-locked',
	unwritable: 'disk-unwritable',
	damaged: 'database-damaged',
} as const satisfies Record<StorageTrouble, string>;

/** What is wrong with this hub's own disk or database; throws any other error again. */
export function storageFaultOf(error: unknown): Fault {
	const trouble = storageTrouble(error);
	if (!trouble) throw error;
	return faultOf(FAULTS[trouble]);
}
