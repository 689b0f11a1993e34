/** A value or an error of a closed kind, so that callers must look. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

export function ok(): Result<void, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | undefined, never> {
	return { ok: true, value };
}

export function err<E>(error: E): Result<never, E> {
	return { ok: false, error };
}

/** Why the hub does not start, or refuses a board: a stable kind and a sentence for its log. */
export interface Failure<Kind extends string> {
	kind: Kind;
	message: string;
}

export function failure<Kind extends string>(kind: Kind, message: string): Result<never, Failure<Kind>> {
	return err({ kind, message });
}
