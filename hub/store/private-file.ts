import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Modes of what only the hub's user may read. */
export const OWNER_ONLY = { file: 0o600, folder: 0o700 };

/** Writes a file that only its owner may read: atomically, and on the disk when this returns. */
export function writePrivateFile(path: string, content: string | Uint8Array): void {
	const temporary = `${path}.new`;
	const file = openSync(temporary, 'w', OWNER_ONLY.file);
	try {
		if (typeof content === 'string') writeSync(file, content);
		else writeSync(file, content);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(temporary, path);
	syncFolder(dirname(path));
}

/** The names in a folder are only on the disk when the folder is. */
export function syncFolder(path: string): void {
	const folder = openSync(path, 'r');
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}
