import type { Backups } from '../nightly/backups.ts';
import { forgetRestored, keepOldOff, restoredFrom } from './restored-mark.ts';

/** Tells once that the data folder was restored from a backup. `recorded` waits until it is in the history. */
export async function tellRestored({ options, events }: Backups, recorded: () => Promise<void>): Promise<void> {
	const { data, log } = options;
	const from = restoredFrom(data);
	if (!from) return;
	const { madeAt, version } = from;
	log.warn({ made: new Date(madeAt).toISOString(), by: version }, keepOldOff(madeAt));
	events.emit('Restored', { madeAt, version });
	await recorded();
	forgetRestored(data);
}
