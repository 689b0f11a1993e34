import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, newId } from '../../base/random.ts';
import { WORK_PREFIX } from '../data-files.ts';
import { OWNER_ONLY } from '../private-file.ts';

/** What must stay free beside large files that are written, so that the hub can go on writing. */
const SPARE_BYTES = 32 * 1_048_576;
/** of this process */
const made = new Set<string>();
const NAME = new RegExp(`^${WORK_PREFIX}(\\d+)-[\\w-]+$`);

/** Makes a private folder in a data folder for files that are being written. Whoever makes one removes it. */
export function makeWorkFolder(data: string, random: Random): string {
	const folder = join(data, `${WORK_PREFIX}${process.pid}-${newId(random)}`);
	made.add(folder);
	mkdirSync(folder, { mode: OWNER_ONLY.folder });
	return folder;
}

/** Also while a thread of SQLite's still writes there: under its old name it finds the folder no longer. */
export function removeWorkFolder(folder: string): void {
	if (existsSync(folder)) {
		const ended = `${folder}-ended`;
		renameSync(folder, ended);
		rmSync(ended, { recursive: true, force: true });
	}
	made.delete(folder);
}

/** Removes what this process made and has not removed: it is about to end. */
export function removeOwnWorkFolders(): void {
	for (const folder of made) removeWorkFolder(folder);
}

/** Removes what processes left that were killed. Call it when this process has made none yet. */
export function removeLeftWorkFolders(data: string): void {
	for (const name of readdirSync(data)) {
		const pid = Number(NAME.exec(name)?.[1] ?? Number.NaN);
		if (Number.isInteger(pid) && (pid === process.pid || !isRunning(pid))) removeWorkFolder(join(data, name));
	}
}

/** Whether so many bytes may be written there. */
export function hasRoom(folder: string, bytes: number): boolean {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize >= bytes + SPARE_BYTES;
}

/** Whether a copy may be written into `data` and a file of the same size into `into`, which often is on the same disk. */
export function hasRoomForBoth(data: string, into: string | undefined, bytes: number): boolean {
	if (into === undefined) return hasRoom(data, bytes);
	if (statSync(data).dev === statSync(into).dev) return hasRoom(data, 2 * bytes);
	return hasRoom(data, bytes) && hasRoom(into, bytes);
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
