import { type Clock, systemClock } from '../../hub/base/clock.ts';

/** The machine's clock with a wall time that tests can set. Timers and durations do not change. */
export class ShiftedClock implements Clock {
	readonly mono = systemClock.mono;
	readonly after = systemClock.after;
	readonly afterSockets = systemClock.afterSockets;
	#aheadMs = 0;

	now(): number {
		return systemClock.now() + this.#aheadMs;
	}

	/** `now`: Unix ms */
	set(now: number): void {
		this.#aheadMs = now - systemClock.now();
	}
}
