/** What may be wrong with the disk or the database beneath a running hub, by the kinds of its faults. */
export type StorageTrouble = 'disk-full' | 'database-locked' | 'disk-unwritable' | 'database-damaged';

/** By the code of SQLite or of the operating system. */
const TROUBLES: [codes: RegExp, trouble: StorageTrouble][] = [
	[/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, 'disk-full'],
	[/^SQLITE_(BUSY|LOCKED|PROTOCOL)$/, 'database-locked'],
	[/^(SQLITE_(READONLY|IOERR|CANTOPEN|PERM|AUTH)|EROFS|EACCES|EPERM|EIO)$/, 'disk-unwritable'],
	[/^SQLITE_(CORRUPT|NOTADB)$/, 'database-damaged'],
];
/** The only connection to the database is waiting for another program's lock; the query builder has no code for that. */
const POOL_TIMEOUT = /Timeout acquiring a connection/;

/** Undefined for other errors. Accepts any error: statements such as COMMIT do not fail with an error of the driver. */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
	if (typeof error !== 'object' || error === null) return undefined;
	const { code, message } = error as { code?: unknown; message?: unknown };
	if (typeof message === 'string' && POOL_TIMEOUT.test(message)) return 'database-locked';
	return TROUBLES.find(([codes]) => typeof code === 'string' && codes.test(code))?.[1];
}

/** For an operation that has only these as faults; throws any other error again. */
export function onlyStorageTrouble(error: unknown): StorageTrouble {
	const trouble = storageTrouble(error);
	if (!trouble) throw error;
	return trouble;
}
