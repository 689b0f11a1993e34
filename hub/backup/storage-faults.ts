import { type Fault, faultOf } from '../../protocol/dashboard/faults.ts';
import { storageTrouble } from '../store/storage-trouble.ts';

/** What is wrong with this hub's own disk or database, as a result; throws any other error again. */
export function storageFaultOf(error: unknown): Fault {
	const trouble = storageTrouble(error);
	if (!trouble) throw error;
	return faultOf(trouble);
}
