import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LAST_MOMENT_MS } from '../../base/clock.ts';
import { DATA_FILES } from '../../store/data-files.ts';
import type { Backups } from '../nightly/backups.ts';

/** Where a restored hub comes from: the mark that restoring leaves in its data folder. */
const RestoredFrom = z.object({
	/** when the backup was made, Unix ms */
	madeAt: z.number().int().min(0).max(LAST_MOMENT_MS),
	/** of the hub that made it */
	version: z.string(),
});
export type RestoredFrom = z.infer<typeof RestoredFrom>;

/** Tells once that the data folder was restored from a backup. `recorded` waits until it is in the history. */
export async function tellRestored({ options, events }: Backups, recorded: () => Promise<void>): Promise<void> {
	const { data, log } = options;
	const from = restoredFrom(data);
	if (!from) return;
	const { madeAt, version } = from;
	log.warn({ made: new Date(madeAt).toISOString(), by: version }, keepOldOff(madeAt));
	events.emit('Restored', { madeAt, version });
	await recorded();
	rmSync(join(data, DATA_FILES.restored), { force: true });
}

/** Undefined if it was told already, or the mark cannot be read. */
function restoredFrom(data: string): RestoredFrom | undefined {
	try {
		return RestoredFrom.parse(JSON.parse(readFileSync(join(data, DATA_FILES.restored), 'utf8')));
	} catch {
		return undefined;
	}
}

/** What whoever restored a hub must know. */
export function keepOldOff(madeAt: number): string {
	return `This hub was restored from a backup of ${new Date(madeAt).toISOString()}. The hub it was made on must stay off: both have the same keys, and boards would go back and forth.`;
}
