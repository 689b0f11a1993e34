import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FILES } from '../../store/data-files.ts';
import { LAST_MOMENT_MS } from '../../base/clock.ts';

/** Where a restored hub comes from. */
const RestoredFrom = z.object({
	/** when the backup was made, Unix ms */
	madeAt: z.number().int().min(0).max(LAST_MOMENT_MS),
	/** of the hub that made it */
	version: z.string(),
});
export type RestoredFrom = z.infer<typeof RestoredFrom>;

/** What the folder was restored from, if nobody has told it yet and the mark can be read. */
export function restoredFrom(data: string): RestoredFrom | undefined {
	try {
		return RestoredFrom.parse(JSON.parse(readFileSync(join(data, DATA_FILES.restored), 'utf8')));
	} catch {
		return undefined;
	}
}

/** Call when it has been told. */
export function forgetRestored(data: string): void {
	rmSync(join(data, DATA_FILES.restored), { force: true });
}

/** What whoever restored a hub must know. */
export function keepOldOff(madeAt: number): string {
	return `This hub was restored from a backup of ${new Date(madeAt).toISOString()}. The hub it was made on must stay off: both have the same keys, and boards would go back and forth.`;
}
