import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FILES, WORK_PREFIX } from '../../store/data-files.ts';
import { OWNER_ONLY, syncFolder, writePrivateFile } from '../../store/private-file.ts';
import { removeWorkFolder } from '../../store/work/work-folder.ts';

/** In the work folder of a restore: the files to be put in place. */
export const NEW_FILES = 'new';
/** In the folder that is being put in place: the name of the folder for what was there before. */
const ASIDE = 'aside';

const { database, keyFile, hubIdFile, virtualBoards, images, setupCode, endedSessions, cleanStop, restored } =
	DATA_FILES;
const READY = DATA_FILES.restoreReady;
/** Of the hub before, and without a successor. */
const LEFT_BEHIND = [`${database}-wal`, `${database}-shm`, `${database}-journal`, setupCode, endedSessions, cleanStop];
const MOVED_IN = [database, keyFile, hubIdFile, virtualBoards, images, restored];

/**
 * Puts a checked backup in the place of what the data folder holds; no hub may run on it. The first rename decides: a
 * power cut before it leaves the old hub, and after it the next start finishes what is left (`finishRestore`). Returns
 * the folder that keeps what was there before, if anything was.
 */
export function putInPlace(data: string, folder: string, now: number): string | undefined {
	const name = `before-restore-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}`;
	writePrivateFile(join(folder, ASIDE), freeName(data, name));
	renameSync(folder, join(data, READY));
	syncFolder(data);
	return finishRestore(data);
}

/** Finishes a restore that has been decided; each step may be repeated. Call before anything in the folder is opened. */
export function finishRestore(data: string): string | undefined {
	const ready = join(data, READY);
	if (!existsSync(ready)) return undefined;
	const aside = join(data, readFileSync(join(ready, ASIDE), 'utf8'));
	mkdirSync(aside, { recursive: true, mode: OWNER_ONLY.folder });
	for (const name of LEFT_BEHIND) moveIfThere(join(data, name), join(aside, name));
	for (const name of MOVED_IN) {
		const next = join(ready, NEW_FILES, name);
		if (!existsSync(next)) continue; // in its place already, or not in this backup
		moveIfThere(join(data, name), join(aside, name));
		renameSync(next, join(data, name));
	}
	for (const folder of [aside, data]) syncFolder(folder);
	// Renamed first: half of a removed folder must not be taken for one to finish.
	const done = join(data, `${WORK_PREFIX}${process.pid}-restored`);
	removeWorkFolder(done);
	renameSync(ready, done);
	removeWorkFolder(done);
	return removeIfEmpty(aside) ? undefined : aside;
}

function moveIfThere(from: string, to: string): void {
	if (existsSync(from)) renameSync(from, to);
}

function freeName(data: string, name: string): string {
	for (let n = 1; ; n++) {
		const free = n === 1 ? name : `${name}-${n}`;
		if (!existsSync(join(data, free))) return free;
	}
}

function removeIfEmpty(folder: string): boolean {
	try {
		rmdirSync(folder);
		return true;
	} catch {
		return false;
	}
}
