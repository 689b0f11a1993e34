import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const OWNER_ONLY = 0o600;

/** Writes a file that only its owner may read: atomically, and on the disk when this returns. */
export function writePrivateFile(path: string, content: string | Uint8Array): void {
	const temporary = `${path}.new`;
	const file = openSync(temporary, 'w', OWNER_ONLY);
	try {
		if (typeof content === 'string') writeSync(file, content);
		else writeSync(file, content);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(temporary, path);
	const folder = openSync(dirname(path), 'r');
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}
