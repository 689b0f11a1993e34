import { MikroORM, type Options, type SqlEntityManager } from '@mikro-orm/sqlite';
import { type Result, ok } from '../base/result.ts';
import { type StoreFault, hasBytes, storageFault } from './inspect-database.ts';
import { type Migration, migrate } from './migrate.ts';

/** How long a statement waits for another process (a backup) to unlock the file. */
const BUSY_TIMEOUT_MS = 5_000;
/** How long a query waits for the only connection while another one waits for such a lock; then it fails as "locked". */
const CONNECTION_TIMEOUT_MS = 10_000;
/** The write-ahead log is taken into the database from this many pages on, 4 MB. */
const CHECKPOINT_PAGES = 1_000;
/** A log that has grown, while somebody read the database for long, is cut to this when it begins anew. */
const LOG_BYTES = 4 * 1_048_576;
/** A database must know from its beginning that it will give free pages back. In an older one this would be a write. */
const OF_A_NEW_ONE = 'auto_vacuum = INCREMENTAL';
/** Durable before acknowledged: FULL makes a commit survive a power cut, WAL keeps it to one fsync. */
const PRAGMAS = [
	'journal_mode = WAL',
	'synchronous = FULL',
	'foreign_keys = ON',
	`busy_timeout = ${BUSY_TIMEOUT_MS}`,
	`wal_autocheckpoint = ${CHECKPOINT_PAGES}`,
	`journal_size_limit = ${LOG_BYTES}`,
];

/** Opens the database; creates or upgrades it if needed. `file` may be ':memory:'. */
export async function openStore(options: {
	file: string;
	entities: NonNullable<Options['entities']>;
	migrations: readonly Migration[];
}): Promise<Result<MikroORM, StoreFault>> {
	const pragmas = hasBytes(options.file) ? PRAGMAS : [OF_A_NEW_ONE, ...PRAGMAS];
	const orm = MikroORM.initSync({
		entities: options.entities,
		dbName: options.file,
		discovery: { disableDynamicFileAccess: true },
		pool: {
			acquireTimeoutMillis: CONNECTION_TIMEOUT_MS,
			afterCreate: (connection: { exec(sql: string, done: (error: Error | null) => void): void }, done: unknown) =>
				connection.exec(pragmas.map((pragma) => `PRAGMA ${pragma};`).join(' '), (error) =>
					(done as (error: Error | null, connection: unknown) => void)(error, connection),
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
		// Not awaited: a pool that never got a connection may never close.
		void orm.close(true).catch(() => undefined);
		return storageFault(options.file, error);
	}
}
