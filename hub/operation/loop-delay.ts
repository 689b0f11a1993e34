import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { type Clock, type Timer, every } from '../base/clock.ts';

/** How often the loop is asked: rarely, since each time wakes the process. */
export const RESOLUTION_MS = 50;
/** Figures are of the last one to two of these. */
const WINDOW_MS = 60_000;
const NS = 1e9;

/** How late the event loop was, seconds. */
export interface Delays {
	p50: number;
	p99: number;
	max: number;
}

/** Measures how late the event loop is, over the last one to two minutes. */
export class LoopDelay {
	#before: Delays = { p50: 0, p99: 0, max: 0 };
	#histogram = begin();
	#timer: Timer;

	constructor(clock: Clock) {
		this.#timer = every(clock, WINDOW_MS, () => {
			this.#before = delaysOf(this.#histogram);
			// A new one and not `reset`, which writes to all of its memory, most of which is never used.
			this.#histogram.disable();
			this.#histogram = begin();
		});
	}

	read(): Delays {
		const now = delaysOf(this.#histogram);
		const { p50, p99, max } = this.#before;
		return { p50: Math.max(now.p50, p50), p99: Math.max(now.p99, p99), max: Math.max(now.max, max) };
	}

	stop(): void {
		this.#timer.cancel();
		this.#histogram.disable();
	}
}

function begin(): IntervalHistogram {
	const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
	histogram.enable();
	return histogram;
}

/** Node measures from one time to the next, so that a loop that is never late has the resolution itself. */
function delaysOf(histogram: IntervalHistogram): Delays {
	if (histogram.count === 0) return { p50: 0, p99: 0, max: 0 };
	const late = (ns: number) => Math.max(0, ns / NS - RESOLUTION_MS / 1_000);
	return { p50: late(histogram.percentile(50)), p99: late(histogram.percentile(99)), max: late(histogram.max) };
}
