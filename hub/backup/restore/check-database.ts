import { pathToFileURL } from 'node:url';
import type { Options } from '@mikro-orm/sqlite';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Migration } from '../../store/migrate.ts';
import { openStore } from '../../store/open-store.ts';
import { type SqliteFile, openSqlite } from '../../store/sqlite-file.ts';
import { storageTrouble } from '../../store/storage-trouble.ts';
import { printable } from '../archive/read-manifest.ts';

/** What a database of this version consists of. */
export interface Schema {
	entities: NonNullable<Options['entities']>;
	migrations: readonly Migration[];
}

interface Part {
	type: string;
	name: string;
	sql: string | null;
}

/** All but the indexes that SQLite makes itself for a table, which alone have no statement. */
const PARTS = "SELECT type, name, sql FROM sqlite_master WHERE NOT (type = 'index' AND sql IS NULL)";
/** Only the tables that the hub made may take part in a check: a database can bring programs of its own. */
const GUARDED = ['PRAGMA trusted_schema = OFF', 'PRAGMA cell_size_check = ON'];

/**
 * Checks a database that somebody brought, without changing it: that it is whole, and consists of the tables and
 * indexes that the migrations of its version make, to the letter. A trigger, a view or another table is refused.
 */
export async function checkDatabase(file: string, schema: number, { entities, migrations }: Schema) {
	const wanted = await partsOf(entities, migrations.slice(0, schema));
	let database: SqliteFile | undefined;
	try {
		database = await openSqlite(`${pathToFileURL(file).href}?mode=ro&immutable=1`, 'read');
		for (const pragma of GUARDED) await database.all(pragma);
		const [version] = await database.all<{ user_version: number }>('PRAGMA user_version');
		if (version!.user_version !== schema) return changed(`its version is ${version!.user_version}, not ${schema}`);
		const found = await database.all<Part>(`${PARTS} LIMIT ?`, wanted.length + 1);
		const differs = difference(wanted, found);
		if (differs) return changed(differs);
		const [checked] = await database.all<{ integrity_check: string }>('PRAGMA integrity_check(1)');
		if (checked?.integrity_check !== 'ok') return fault('backup-database-damaged');
		const orphans = await database.all('SELECT 1 FROM pragma_foreign_key_check LIMIT 1');
		return orphans.length > 0 ? fault('backup-database-damaged') : ok();
	} catch (error) {
		// Not a database at all, or a page in it cannot be: both are said by SQLite's code.
		if (storageTrouble(error) === 'database-damaged' || isOfSqlite(error)) return fault('backup-database-damaged');
		throw error;
	} finally {
		await database?.close();
	}
}

async function partsOf(entities: Schema['entities'], migrations: readonly Migration[]): Promise<Part[]> {
	const store = await openStore({ file: ':memory:', entities, migrations });
	if (!store.ok) throw new Error(store.error.message);
	try {
		return await store.value.em.fork().execute<Part[]>(PARTS);
	} finally {
		await store.value.close(true);
	}
}

/** In words: the first part that is not as the migrations make it. */
function difference(wanted: readonly Part[], found: readonly Part[]): string | undefined {
	const lines = new Set(wanted.map(lineOf));
	const other = found.find((part) => !lines.has(lineOf(part)));
	if (other) return `it has a ${printable(other.type)} "${printable(other.name).slice(0, 64)}"`;
	const present = new Set(found.map(lineOf));
	const missing = wanted.find((part) => !present.has(lineOf(part)));
	return missing && `the ${missing.type} "${missing.name}" is missing`;
}

/** White space may differ between versions of SQLite. Only what SQLite takes for white space: all else is part of a name. */
function lineOf({ type, name, sql }: Part): string {
	return `${type} ${name} ${(sql ?? '').replaceAll(/[ \t\n\f\r]+/g, ' ')}`;
}

function changed(what: string): Result<never, Fault> {
	return fault('backup-database-changed', { what });
}

function isOfSqlite(error: unknown): boolean {
	return /^SQLITE_(ERROR|CONSTRAINT|FORMAT|TOOBIG|MISMATCH|RANGE|NOTADB|CORRUPT)$/.test(
		(error as { code?: string }).code ?? '',
	);
}
