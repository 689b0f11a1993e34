import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../store/private-file.ts';
import { makeWorkFolder, removeWorkFolder } from '../../store/work/work-folder.ts';
import type { Pack, Packs } from './packs.ts';

/** Takes a pack out of its place as a whole: a hub that is killed meanwhile has it or has it not. */
export function takeAway(packs: Packs, { id }: Pack): void {
	const { data, random } = packs.options;
	const work = makeWorkFolder(data, random);
	try {
		renameSync(join(packs.folder, id), join(work, id));
		packs.byId.delete(id);
		syncFolder(packs.folder);
	} finally {
		removeWorkFolder(work);
	}
}
