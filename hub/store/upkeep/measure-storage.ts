import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface StorageSize {
	databaseBytes: number;
	/** of the write-ahead log */
	logBytes: number;
	/** what the hub's user may still write to the disk; null if the system does not say */
	freeBytes: number | null;
}

/** How large a database is, and how much room its disk has. A file that is missing counts as empty. */
export async function measureStorage(database: string): Promise<StorageSize> {
	const [databaseBytes, logBytes, freeBytes] = await Promise.all([
		sizeOf(database),
		sizeOf(`${database}-wal`),
		statfs(dirname(database)).then(
			({ bavail, bsize }) => bavail * bsize,
			() => null,
		),
	]);
	return { databaseBytes, logBytes, freeBytes };
}

async function sizeOf(file: string): Promise<number> {
	return stat(file).then(
		({ size }) => size,
		() => 0,
	);
}
