import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from '../../store/private-file.ts';
import type { Pack } from './packs.ts';

/** Beside a pack's images: what it is. A folder without it was not put there by the hub. */
const FILE = 'installed.json';

const Note = z.object({
	version: z.string(),
	installedAt: z.number().int(),
	order: z.number().int(),
	bytes: z.number().int(),
	boards: z.array(z.object({ board: z.string(), version: z.string() })),
});

/** Undefined if there is none, or none that this version of the hub understands. */
export function readNote(folder: string): Omit<Pack, 'id'> | undefined {
	try {
		return Note.safeParse(JSON.parse(readFileSync(join(folder, FILE), 'utf8'))).data;
	} catch {
		return undefined;
	}
}

export function writeNote(folder: string, { version, installedAt, order, bytes, boards }: Omit<Pack, 'id'>): void {
	writePrivateFile(
		join(folder, FILE),
		`${JSON.stringify({ version, installedAt, order, bytes, boards }, null, '\t')}\n`,
	);
}
