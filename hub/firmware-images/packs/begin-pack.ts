import type { PackBegin, PackBegun } from '../../../protocol/dashboard/firmware.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { onlyStorageTrouble } from '../../store/storage-trouble.ts';
import { hasRoom } from '../../store/work/work-folder.ts';
import { PACK_LIMITS, inMegabytes } from './pack-limits.ts';
import type { Packs } from './packs.ts';

/** The file lies on the disk beside what is unpacked of it. */
const COPIES = 2;

/** Makes room for a pack that is then sent, unless another one is on its way. */
export function beginPack(packs: Packs, { bytes }: PackBegin): Result<PackBegun, Fault> {
	if (packs.isBusy) return fault('pack-running');
	if (bytes > PACK_LIMITS.fileBytes) return fault('pack-too-large', { most: inMegabytes(PACK_LIMITS.fileBytes) });
	try {
		if (!hasRoom(packs.options.data, COPIES * bytes)) return fault('disk-full');
		return ok({ id: packs.open(bytes).id });
	} catch (error) {
		return fault(onlyStorageTrouble(error));
	}
}
