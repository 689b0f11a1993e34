import sqlite3 from 'sqlite3';

/** How long a statement waits for another program to unlock the file. */
const BUSY_TIMEOUT_MS = 5_000;

/** A file of SQLite, opened without the ORM. */
export interface SqliteFile {
	all<Row>(sql: string, ...values: unknown[]): Promise<Row[]>;
	close(): Promise<void>;
}

/** `file` may be a URI. Throws what SQLite says. */
export async function openSqlite(
	file: string,
	mode: 'read' | 'write',
	busyTimeoutMs = BUSY_TIMEOUT_MS,
): Promise<SqliteFile> {
	const flags = (mode === 'read' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE) | sqlite3.OPEN_URI;
	const database = await new Promise<sqlite3.Database>((resolve, reject) => {
		const opening = new sqlite3.Database(file, flags, (error) => (error ? reject(error) : resolve(opening)));
	});
	database.configure('busyTimeout', busyTimeoutMs);
	return {
		all: <Row>(sql: string, ...values: unknown[]) =>
			new Promise<Row[]>((resolve, reject) =>
				database.all<Row>(sql, values, (error, rows) => (error ? reject(error) : resolve(rows))),
			),
		close: () => new Promise<void>((resolve) => database.close(() => resolve())),
	};
}
