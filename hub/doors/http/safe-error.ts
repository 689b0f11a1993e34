import { DriverException } from '@mikro-orm/core';

export interface LoggedError {
	type: string;
	message: string;
	stack: string;
}

/**
 * An error fit for the log. The database's begin with the whole statement and its values, password hashes among them
 * ("insert into … values (…) - SQLITE_FULL: disk is full"): only what follows the last dash is kept, and the stack.
 */
export function safeError(error: unknown): LoggedError {
	if (!(error instanceof Error))
		return { type: typeof error, message: 'Something that is no error was thrown.', stack: '' };
	const message = error instanceof DriverException ? error.message.split(' - ').at(-1)! : error.message;
	const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return { type: error.name, message, stack: stack.join('\n') };
}

/** Whether it was the disk: full, read-only, or failing. */
export function isStorageError(error: unknown): boolean {
	return error instanceof DriverException && /^SQLITE_(FULL|READONLY|IOERR)/.test(safeError(error).message);
}
