import { type Dirent, closeSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FILES, WORK_PREFIX } from './data-files.ts';

/** Every SQLite file begins with these 16 bytes. */
const HEADER = Buffer.from('SQLite format 3\0');
const BACKUP_NAME = /backup|\.(bak|old|age)$/i;
const { backups: _, database, ...others } = DATA_FILES;
/** What is no backup in a data folder, besides the folders that hold files while they are written. */
const OWN = new Set<string>([
	database,
	...['-wal', '-shm', '-journal'].map((end) => `${database}${end}`),
	...Object.values(others),
	'lost+found',
]);
/** At most this many files are checked. */
const MAX_FILES = 1_000;

export interface Backup {
	path: string;
	/** Unix ms */
	at: number;
}

/** The newest file in a data folder, or one folder below, that is a copy of a database or is called a backup. */
export function newestBackup(folder: string): Backup | undefined {
	return filesOf(folder)
		.flatMap((path): Backup[] => {
			try {
				const { size, mtimeMs } = statSync(path);
				return size > 0 && (BACKUP_NAME.test(path.slice(folder.length)) || isDatabase(path))
					? [{ path, at: mtimeMs }]
					: [];
			} catch {
				return [];
			}
		})
		.reduce<Backup | undefined>((newest, backup) => (newest && newest.at >= backup.at ? newest : backup), undefined);
}

function filesOf(folder: string): string[] {
	const files: string[] = [];
	const look = (within: string, depth: number) => {
		for (const entry of entriesOf(within)) {
			if (files.length >= MAX_FILES) return;
			if (depth === 0 && (OWN.has(entry.name) || entry.name.startsWith(WORK_PREFIX))) continue;
			const path = join(within, entry.name);
			if (entry.isFile()) files.push(path);
			else if (entry.isDirectory() && depth === 0) look(path, depth + 1);
		}
	};
	look(folder, 0);
	return files;
}

/** Empty if the folder cannot be read. */
function entriesOf(folder: string): Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}

function isDatabase(path: string): boolean {
	const file = openSync(path, 'r');
	try {
		const start = Buffer.alloc(HEADER.length);
		return readSync(file, start, 0, HEADER.length, 0) === HEADER.length && start.equals(HEADER);
	} finally {
		closeSync(file);
	}
}
