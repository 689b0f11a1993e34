import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FILES } from '../../store/data-files.ts';

/** Where a restored hub comes from. */
export interface RestoredFrom {
	/** when the backup was made, Unix ms */
	madeAt: number;
	/** of the hub that made it */
	version: string;
	/** when it was restored, Unix ms */
	at: number;
}

/** What the folder was restored from, if nobody has told it yet. */
export function restoredFrom(data: string): RestoredFrom | undefined {
	try {
		return JSON.parse(readFileSync(join(data, DATA_FILES.restored), 'utf8')) as RestoredFrom;
	} catch {
		return undefined;
	}
}

/** Call when it has been told. */
export function forgetRestored(data: string): void {
	rmSync(join(data, DATA_FILES.restored), { force: true });
}
