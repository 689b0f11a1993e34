import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Result, failure, ok } from '../base/result.ts';
import type { StoreFault } from './inspect-database.ts';

/** SQL statements of one version of the schema; its place in the list is the version. Never changed once released. */
export type Migration = readonly string[];

/**
 * Brings the schema to the newest version, all steps in one transaction. The version is kept in SQLite's own
 * user_version, so that a database of a newer Mooring is recognised before anything is changed.
 */
export async function migrate(
	em: SqlEntityManager,
	migrations: readonly Migration[],
): Promise<Result<void, StoreFault>> {
	const [row] = await em.execute<{ user_version: number }[]>('PRAGMA user_version');
	const version = row?.user_version ?? 0;
	if (version > migrations.length)
		return failure(
			'newer-database',
			`The database was written by a newer Mooring (schema ${version}, this one knows ${migrations.length}). Start that version, or restore a backup made by this one. Nothing was changed.`,
		);
	if (version === migrations.length) return ok();
	await em.transactional(async (em) => {
		for (const step of migrations.slice(version)) for (const sql of step) await (em as SqlEntityManager).execute(sql);
		await (em as SqlEntityManager).execute(`PRAGMA user_version = ${migrations.length}`);
	});
	return ok();
}
