import type { ApiError } from '$protocol/dashboard/errors.ts';
import { askUntilAnswered } from '$lib/hub/ask-until-answered.ts';

/** A list that the hub keeps and this page shows: read again whenever something may have changed. */
export class Reread<T> {
	/** undefined until the hub has answered */
	current: T | undefined = $state.raw();
	readonly #path: string;
	readonly #refused: (error: ApiError) => void;
	#stop: (() => void) | undefined;

	constructor(path: string, refused: (error: ApiError) => void) {
		this.#path = path;
		this.#refused = refused;
	}

	/** Reads it. An answer to an earlier request, which may be older, is ignored. */
	read(): void {
		this.#stop?.();
		this.#stop = askUntilAnswered<T>(this.#path, (value) => (this.current = value), this.#refused);
	}

	/** Reads no more. */
	stop(): void {
		this.#stop?.();
	}
}
