import type { ApiError } from '$protocol/dashboard/errors.ts';
import { askUntilAnswered } from '$lib/hub/ask-until-answered.ts';

/** A list that the hub keeps and this page shows: read again whenever something may have changed. */
export class Reread<T> {
	/** undefined until the hub has answered */
	current: T | undefined = $state.raw();
	readonly #path: string;
	readonly #refused: (error: ApiError) => void;
	#cancel: (() => void) | undefined;
	#stopped = false;

	constructor(path: string, refused: (error: ApiError) => void) {
		this.#path = path;
		this.#refused = refused;
	}

	/** Reads it. An answer to an earlier request, which may be older, is ignored. */
	read(): void {
		if (this.#stopped) return;
		this.#cancel?.();
		this.#cancel = askUntilAnswered<T>(this.#path, (value) => (this.current = value), this.#refused);
	}

	/** Shows what the hub has just answered to a change. A read that is under way, which may be older, is ignored. */
	take(value: T): void {
		this.#cancel?.();
		this.current = value;
	}

	/** Reads no more, whatever still asks for it: its page is gone. */
	stop(): void {
		this.#stopped = true;
		this.#cancel?.();
	}
}
