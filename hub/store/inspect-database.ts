import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Failure, type Result, failure, ok } from '../base/result.ts';
import { openSqlite } from './sqlite-file.ts';
import { storageTrouble } from './storage-trouble.ts';

export type StoreFault = Failure<'newer-database' | 'not-a-database' | 'storage'>;

export interface Inspected {
	tables: string[];
	/** rows of all counted tables together; a missing table counts as 0 */
	rows: number;
}

/**
 * Inspects a database without changing anything, not even its write-ahead log: only a database that is undamaged and
 * this hub's is opened for writing. `whole` reads every page (PRAGMA quick_check).
 */
export async function inspectDatabase(
	file: string,
	{ whole, count }: { whole: boolean; count: readonly string[] },
): Promise<Result<Inspected, StoreFault>> {
	try {
		// Without a write-ahead log nobody is writing, and SQLite need not create the files for sharing one.
		const immutable = hasBytes(`${file}-wal`) ? '' : '&immutable=1';
		const database = await openSqlite(`${pathToFileURL(file).href}?mode=ro${immutable}`, 'read');
		try {
			const tables = (await database.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")).map(
				({ name }) => name,
			);
			let rows = 0;
			for (const table of count.filter((table) => tables.includes(table)))
				rows += (await database.all<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`))[0]!.n;
			if (whole) {
				const found = await database.all<{ quick_check: string }>('PRAGMA quick_check(1)');
				if (found[0]?.quick_check !== 'ok') return damaged(file);
			}
			return ok({ tables, rows });
		} finally {
			await database.close();
		}
	} catch (error) {
		return storageFault(file, error);
	}
}

export function hasBytes(file: string): boolean {
	return existsSync(file) && statSync(file).size > 0;
}

/** Why the hub does not start, for an error that SQLite gave for its file. */
export function storageFault(file: string, error: unknown): Result<never, StoreFault> {
	const text = String((error as Error).message ?? error);
	switch (storageTrouble(error)) {
		case 'database-damaged':
			return damaged(file);
		case 'disk-full':
			return failure('storage', `The disk that holds ${file} is full.`);
		case 'database-locked':
			return failure('storage', `${file} is locked by another program: end that, then start again.`);
		case 'disk-unwritable':
			return failure(
				'storage',
				`${file} cannot be written: check who owns the data folder and whether its disk is read-only.`,
			);
		default:
			return failure('storage', `${file} cannot be opened: ${text}`);
	}
}

function damaged(file: string): Result<never, StoreFault> {
	return failure('not-a-database', `${file} is not a Mooring database, or is damaged. Nothing was changed.`);
}
