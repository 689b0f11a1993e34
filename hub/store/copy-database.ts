import { closeSync, openSync } from 'node:fs';
import { openSqlite } from './sqlite-file.ts';
import { OWNER_ONLY } from './private-file.ts';

/**
 * Copies a database in one state while others go on writing to it: everything that was committed before the call is in
 * the copy. SQLite does it in a thread of its own. Throws if the copy is there already, or the disk fails.
 */
export async function copyDatabase(file: string, copy: string): Promise<{ schema: number }> {
	const database = await openSqlite(file, 'read');
	try {
		closeSync(openSync(copy, 'wx', OWNER_ONLY.file)); // SQLite takes an empty file, and would make one that others may read
		await database.all('VACUUM INTO ?', copy);
	} finally {
		await database.close();
	}
	const copied = await openSqlite(copy, 'read');
	try {
		const [row] = await copied.all<{ user_version: number }>('PRAGMA user_version');
		return { schema: row!.user_version };
	} finally {
		await copied.close();
	}
}

/** Whether another process has the database open, as a hub has while it runs. */
export async function isInUse(file: string): Promise<boolean> {
	const database = await openSqlite(file, 'write', 0);
	try {
		// In this mode SQLite takes the whole file for itself, which fails while anybody else has it open.
		await database.all('PRAGMA locking_mode = EXCLUSIVE');
		await database.all('SELECT count(*) FROM sqlite_master');
		return false;
	} catch (error) {
		// A damaged database is used by nobody: whoever restores a backup often has one.
		return /^SQLITE_(BUSY|LOCKED)$/.test((error as { code?: string }).code ?? '');
	} finally {
		await database.close();
	}
}
