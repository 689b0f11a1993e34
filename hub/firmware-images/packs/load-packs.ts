import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readNote } from './note-file.ts';
import type { Packs } from './packs.ts';

/** Finds the packs that are in place. What a killed hub had only begun lies in a work folder, which is removed elsewhere. */
export function loadPacks(packs: Packs): void {
	for (const id of namesIn(packs.folder)) {
		const note = readNote(join(packs.folder, id));
		if (note) packs.byId.set(id, { id, ...note });
		else
			packs.options.log.warn({ folder: join(packs.folder, id) }, 'this folder is no firmware pack; it is left alone');
	}
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
