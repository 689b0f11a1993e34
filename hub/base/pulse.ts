import { type Clock, type Timer, every } from './clock.ts';

/** How often the hub notes that it runs. */
const LOOK_MS = 500;
/** Later than this, the hub did not run meanwhile: its process or the machine was stopped, or something held it up. */
const LATE_MS = 250;
/** A machine that slept finds its wall clock ahead of the monotonic one by as much; smaller steps are of NTP. */
const SLEPT_MS = 1_000;
/**
 * What was lost on the way is sent again after a pause that doubles (RFC 6298): at most as long after the stop as the stop
 * was. Longer than this nobody is given.
 */
const GRACE_MAX_MS = 30_000;

/** Knows when the hub itself did not run, so that no board is blamed for it. Until it is started it knows of nothing. */
export class Pulse {
	/** end of the last stop, monotonic */
	resumedAt = -Infinity;
	/** silence counts from here at the earliest, monotonic */
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

	/** Whoever is about to judge by time looks first: a stop that has just ended may not have been noticed yet. */
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
