import { DriverException } from '@mikro-orm/core';

export interface LoggedError {
	type: string;
	message: string;
	stack: string;
}

/** SQLite's messages that hold no value. Others, such as 'unrecognized token: "…"', may hold a part of one. */
const WITHOUT_VALUE =
	/^(database or disk is full|disk I\/O error|attempt to write a readonly database|unable to open database file|database (is|table is) locked|database disk image is malformed|no such (table|column): [\w.]+|(UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed(: [\w., ]+)?|cannot store \w+ value in \w+ column [\w.]+|[\w ]{1,40})$/;
const STACK_LINE = /^\s+at .*(:\d+:\d+|<anonymous>)\)?$/;

/**
 * An error that may be logged. Errors of the database begin with the whole statement and its values, including
 * password hashes ("insert into … values (…) - SQLITE_FULL: disk is full"): only SQLite's own words and the stack are
 * kept. Works as a serialiser of pino; an error that was made safe already is returned unchanged.
 */
export function safeError(error: unknown): LoggedError {
	if (isLogged(error)) return error;
	if (!(error instanceof Error))
		return { type: typeof error, message: 'Something that is no error was thrown.', stack: '' };
	const messageLines = new Set(error.message.split('\n')); // a value may look like a line of a stack
	const stack = (error.stack ?? '').split('\n').filter((line) => STACK_LINE.test(line) && !messageLines.has(line));
	return { type: error.name, message: sqliteMessage(error) ?? error.message, stack: stack.join('\n') };
}

/** Undefined if the error is not the database's. */
function sqliteMessage(error: Error): string | undefined {
	const code = (error as { code?: unknown }).code;
	const isOfSqlite = typeof code === 'string' && code.startsWith('SQLITE_');
	if (!isOfSqlite) return error instanceof DriverException ? 'The database refused a statement.' : undefined;
	const [, words = ''] = error.message.slice(error.message.lastIndexOf(`${code}: `)).split(`${code}: `);
	return WITHOUT_VALUE.test(words) ? `${code}: ${words}` : code;
}

function isLogged(error: unknown): error is LoggedError {
	return (
		typeof error === 'object' && error !== null && !(error instanceof Error) && 'type' in error && 'stack' in error
	);
}
