import type { Clock } from '../base/clock.ts';
import { type PosixZone, parsePosixTz } from '../time/posix-tz.ts';

/** 2025-01-01: no board was made before. A hub that says so has lost its own clock, and the board keeps what it has. */
const EARLIEST_MS = Date.UTC(2025, 0);

/** What a board knows of the time: nothing after its power was gone, until somebody tells it. Then it counts on by itself. */
export class WallClock {
	#clock: Clock;
	/** Unix ms less monotonic ms */
	#ahead: number | undefined;
	#zone: PosixZone | undefined;

	constructor(clock: Clock, now: number | undefined, timeZone: string | undefined) {
		this.#clock = clock;
		if (now !== undefined) this.set(now);
		if (timeZone !== undefined) this.setZone(timeZone);
	}

	/** Unix ms, undefined where the board does not know the time. */
	get now(): number | undefined {
		return this.#ahead === undefined ? undefined : this.#ahead + this.#clock.mono();
	}

	/** Undefined where the board does not know in which zone it is. */
	get zone(): PosixZone | undefined {
		return this.#zone;
	}

	/** What is on the wall is not known: schedules wait. */
	get unset(): boolean {
		return this.#ahead === undefined || this.#zone === undefined;
	}

	/** Unix ms. False: this cannot be the time. */
	set(now: number): boolean {
		if (now < EARLIEST_MS) return false;
		this.#ahead = now - this.#clock.mono();
		return true;
	}

	/** POSIX TZ. False: this is no time zone, and the one before stays. */
	setZone(timeZone: string): boolean {
		const zone = parsePosixTz(timeZone);
		this.#zone = zone ?? this.#zone;
		return zone !== undefined;
	}
}
