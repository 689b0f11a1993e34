import type { Clock } from './clock.ts';

const HOUR_MS = 3_600_000;

/** Allows a limited number per key and hour, so that one flapping board does not fill a table. */
export class HourlyLimit {
	#clock: Clock;
	#most: number;
	#spent = new Map<string, number>();
	#hourEnds = -Infinity;

	constructor(clock: Clock, most: number) {
		this.#clock = clock;
		this.#most = most;
	}

	/** Uses one up for `key`; false if none is left in this hour. Hours are counted by the monotonic clock. */
	take(key: string): boolean {
		const now = this.#clock.mono();
		if (now >= this.#hourEnds) {
			this.#spent.clear();
			this.#hourEnds = now + HOUR_MS;
		}
		const spent = this.#spent.get(key) ?? 0;
		if (spent >= this.#most) return false;
		this.#spent.set(key, spent + 1);
		return true;
	}
}
