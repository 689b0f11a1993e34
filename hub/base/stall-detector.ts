import { type Clock, type Timer, every } from './clock.ts';

/** How often the hub notes that it runs. */
const LOOK_MS = 500;
/** A tick later than this means that the hub did not run: the process or machine was stopped, or the event loop blocked. */
const LATE_MS = 250;
/** After sleep, the wall clock is ahead of the monotonic one by at least this; smaller differences are steps by NTP. */
const SLEPT_MS = 1_000;
/**
 * TCP retransmits after pauses that double (RFC 6298), so what a board sent during a stop arrives at most as long
 * after it as the stop lasted. No board is given longer than this.
 */
const GRACE_MAX_MS = 30_000;

/** Detects when the hub itself did not run, so that no board is blamed for it. Detects nothing before `start`. */
export class StallDetector {
	/** end of the last stop, monotonic */
	resumedAt = -Infinity;
	/** a board's silence before this does not count, monotonic */
	countsFrom = -Infinity;
	/** monotonic time in which the hub did not run, in all */
	lostMs = 0;
	#clock: Clock;
	#mono = 0;
	#wall = 0;
	#timer: Timer | undefined;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	start(): void {
		this.#mono = this.#clock.mono();
		this.#wall = this.#clock.now();
		this.#timer = every(this.#clock, LOOK_MS, () => this.look());
	}

	stop(): void {
		this.#timer?.cancel();
		this.#timer = undefined;
	}

	/** Call this before judging a board by time: a stop that has just ended may not have been noticed yet. */
	look(): void {
		if (!this.#timer) return;
		const mono = this.#clock.mono();
		const wall = this.#clock.now();
		const since = mono - this.#mono;
		const slept = wall - this.#wall - since;
		this.#mono = mono;
		this.#wall = wall;
		const lost = since > LOOK_MS + LATE_MS ? since - LOOK_MS : 0;
		this.lostMs += lost;
		const stopped = Math.max(lost, slept > SLEPT_MS ? slept : 0);
		if (stopped === 0) return;
		this.resumedAt = mono;
		this.countsFrom = mono + Math.min(stopped, GRACE_MAX_MS);
	}
}
