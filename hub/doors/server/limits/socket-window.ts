import type { Clock } from '../../../base/clock.ts';

/** The limits of a socket hold for a window of this length. */
export const WINDOW_MS = 10_000;

export interface WindowLimits {
	/** number of frames or commands */
	count: number;
	bytes: number;
}

/** What one socket has sent in the present window. */
export class SocketWindow {
	#clock: Clock;
	#limits: WindowLimits;
	#count = 0;
	#bytes = 0;
	#since: number;

	constructor(clock: Clock, limits: WindowLimits) {
		this.#clock = clock;
		this.#limits = limits;
		this.#since = clock.mono();
	}

	/**
	 * Counts these; false if a limit is exceeded. Reads the clock only then, since there can be ten thousands of
	 * commands.
	 */
	take(count: number, bytes: number): boolean {
		this.#count += count;
		this.#bytes += bytes;
		if (this.#count <= this.#limits.count && this.#bytes <= this.#limits.bytes) return true;
		const now = this.#clock.mono();
		if (now - this.#since < WINDOW_MS) return false;
		this.#since = now;
		this.#count = count;
		this.#bytes = bytes;
		return true;
	}
}
