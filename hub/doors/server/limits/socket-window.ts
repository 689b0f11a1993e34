import type { Clock } from '../../../base/clock.ts';

/** The limits of a socket hold for a window of this length. */
export const WINDOW_MS = 10_000;

export interface WindowLimits {
	/** how many of what is counted */
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

	/** Whether this may come too. The clock is read only when a limit is reached: commands come by the ten thousand. */
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
