import { type Timer, every } from '../../base/clock.ts';
import { localTimeAt, momentOf } from '../../time/local-time.ts';
import type { Backups } from './backups.ts';
import { makeNightly } from './make-nightly.ts';

/** of the day, in the household's time zone */
const AT_MINUTE = 3 * 60;
const LOOK_EVERY_MS = 60_000;
const DAY_MS = 86_400_000;

/** Makes a backup every night, for as long as the hub runs; one that was missed while it did not run is made up for. */
export function keepNightly(backups: Backups): Timer {
	return every(backups.options.clock, LOOK_EVERY_MS, () => {
		const at = nextNightlyAt(backups);
		if (!backups.running && at !== undefined && at <= backups.options.clock.now()) void makeNightly(backups, null);
	});
}

/** When the next one is due, Unix ms, which may be now; undefined: they are off. */
export function nextNightlyAt({ options, nightly, state }: Backups): number | undefined {
	if (!nightly.on) return undefined;
	const now = options.clock.now();
	const offsetAt = options.offsetAt();
	const { day } = localTimeAt(offsetAt, now);
	const today = momentOf(offsetAt, day, AT_MINUTE);
	const [due, next] =
		today <= now ? [today, momentOf(offsetAt, day + 1, AT_MINUTE)] : [momentOf(offsetAt, day - 1, AT_MINUTE), today];
	// A clock that was wrong may have noted a time to come.
	const triedAt = state.triedAt !== null && state.triedAt <= now + DAY_MS ? state.triedAt : 0;
	return triedAt < due ? now : next;
}
