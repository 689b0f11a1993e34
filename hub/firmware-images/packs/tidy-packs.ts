import { type Timer, every } from '../../base/clock.ts';
import { unneededPacks } from './needed-packs.ts';
import type { Packs } from './packs.ts';
import { takeAway } from './take-away.ts';

/** Boards are updated at any time; a pack that nobody needs may lie there a little longer. */
export const TIDIED_EVERY_MS = 3_600_000;
const LOCK = 'packs';

/** Removes the packs that no board needs any more. What cannot be removed is tried again. */
export function tidyPacks(packs: Packs): Promise<void> {
	return packs.locks.run(LOCK, async () => {
		for (const pack of unneededPacks([...packs.byId.values()], packs.options.running())) {
			try {
				takeAway(packs, pack);
				packs.events.emit('PackRemoved', { pack, by: null });
			} catch (error) {
				packs.options.log.warn(
					{ err: error, pack: pack.id },
					'a firmware pack could not be removed; tried again later',
				);
			}
		}
	});
}

export function keepPacksTidy(packs: Packs): Timer {
	return every(packs.options.clock, TIDIED_EVERY_MS, () => void tidyPacks(packs));
}
