import { MikroORM, type Options, type SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, type Result, fault, ok } from '../base/result.ts';
import { type Migration, migrate } from './migrate.ts';

export type StoreFault = Fault<'newer-database' | 'not-a-database' | 'storage'>;

/** How long a statement waits for another process (a backup) to let go of the file. */
const BUSY_TIMEOUT_MS = 5_000;
/** How long one waits for the only connection while others wait for such a lock with it; then the answer is "locked". */
const CONNECTION_TIMEOUT_MS = 10_000;

/** Opens (and where needed creates or upgrades) the database. `file` may be ':memory:'. */
export async function openStore(options: {
	file: string;
	entities: NonNullable<Options['entities']>;
	migrations: readonly Migration[];
}): Promise<Result<MikroORM, StoreFault>> {
	const orm = MikroORM.initSync({
		entities: options.entities,
		dbName: options.file,
		discovery: { disableDynamicFileAccess: true },
		// Durable before acknowledged: FULL makes a commit survive a power cut, WAL keeps it to one fsync.
		pool: {
			acquireTimeoutMillis: CONNECTION_TIMEOUT_MS,
			afterCreate: (connection: { exec(sql: string, done: (error: Error | null) => void): void }, done: unknown) =>
				connection.exec(
					`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};`,
					(error) => (done as (error: Error | null, connection: unknown) => void)(error, connection),
				),
		},
	});
	try {
		await orm.connect();
		const migrated = await migrate(orm.em.fork() as SqlEntityManager, options.migrations);
		if (migrated.ok) return ok(orm);
		await orm.close(true);
		return migrated;
	} catch (error) {
		// Not waited for: a pool that never got a connection may not end either.
		void orm.close(true).catch(() => undefined);
		return storageFault(options.file, error);
	}
}

function storageFault(file: string, error: unknown): Result<never, StoreFault> {
	const text = String((error as Error).message ?? error);
	if (/SQLITE_NOTADB|SQLITE_CORRUPT/.test(text))
		return fault('not-a-database', `${file} is not a Mooring database, or is damaged. Nothing was changed.`);
	if (/SQLITE_FULL/.test(text)) return fault('storage', `The disk that holds ${file} is full.`);
	if (/SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_IOERR/.test(text))
		return fault(
			'storage',
			`${file} cannot be written: check who owns the data folder and whether its disk is read-only.`,
		);
	return fault('storage', `${file} cannot be opened: ${text}`);
}
