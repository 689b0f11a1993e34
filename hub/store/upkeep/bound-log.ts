import { openSqlite } from '../sqlite-file.ts';
import { measureStorage } from './measure-storage.ts';

/**
 * A write-ahead log that is larger is emptied. SQLite does that by itself, from 4 MB on, unless somebody reads the
 * database all the time.
 */
export const MAX_LOG_BYTES = 16 * 1_048_576;

/**
 * Empties a write-ahead log that has grown. Waits for nobody: it has a connection of its own, and gives up at once if
 * the database is in use. `busy`: the log is still too large.
 */
export async function boundLog(file: string, most = MAX_LOG_BYTES): Promise<{ bytes: number; busy: boolean }> {
	const { logBytes: bytes } = await measureStorage(file);
	if (bytes <= most) return { bytes, busy: false };
	const database = await openSqlite(file, 'write', 0);
	try {
		const [row] = await database.all<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
		return { bytes, busy: row!.busy !== 0 };
	} finally {
		await database.close();
	}
}
