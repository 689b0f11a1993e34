import type { RestoreBegin, RestoreBegun } from '../../../protocol/dashboard/restore.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { onlyStorageTrouble } from '../../store/storage-trouble.ts';
import { MOST } from '../archive/manifest.ts';
import { tooLarge } from '../archive/read-manifest.ts';
import { hasRoom } from '../../store/work/work-folder.ts';
import type { Restores } from './restores.ts';

/** The file is on the disk beside what is unpacked of it, which is as large. */
const COPIES = 2;

/** Lets whoever knows the set-up code send a backup, which nothing is written of before. */
export async function beginRestore(restores: Restores, wish: RestoreBegin): Promise<Result<RestoreBegun, Fault>> {
	const { ownership, data } = restores.options;
	if (await ownership.exists()) return fault('already-set-up');
	if (!ownership.isProvedBy(wish.code)) return fault('wrong-code');
	if (restores.isApplying) return fault('restore-running');
	if (wish.bytes > MOST.totalBytes) return fault('backup-too-large', tooLarge());
	try {
		if (!hasRoom(data, COPIES * wish.bytes)) return fault('disk-full');
		return ok({ handle: restores.open(wish.bytes).handle });
	} catch (error) {
		return fault(onlyStorageTrouble(error));
	}
}
