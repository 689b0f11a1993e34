import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import { onlyStorageTrouble } from '../../store/storage-trouble.ts';
import type { Packs } from './packs.ts';
import { takeAway } from './take-away.ts';

/** Removes a pack although boards may run its firmware: they go on, and the hub offers what else it has. */
export function removePack(packs: Packs, id: string, by: Actor): Promise<Result<void, Fault>> {
	return packs.locks.run('packs', async () => {
		const pack = packs.byId.get(id);
		if (!pack) return fault('no-such-pack');
		try {
			takeAway(packs, pack);
		} catch (error) {
			return fault(onlyStorageTrouble(error));
		}
		packs.events.emit('PackRemoved', { pack, by });
		return ok();
	});
}
