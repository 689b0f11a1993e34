/** Time comes in through this interface, so that a 24-hour expiry is tested without waiting. */
export interface Clock {
	/** Wall clock, Unix milliseconds. May step (NTP); for what people read and what outlives the process. */
	now(): number;
	/** Monotonic milliseconds from an arbitrary start. For every duration, deadline and presence. */
	mono(): number;
	/** Calls once after `ms` of monotonic time. The timer never keeps the process alive. */
	after(ms: number, call: () => void): Timer;
}

export interface Timer {
	cancel(): void;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	mono: () => performance.now(),
	after(ms, call) {
		const handle = setTimeout(call, ms);
		handle.unref();
		return { cancel: () => clearTimeout(handle) };
	},
};

/** Calls every `ms` until cancelled. */
export function every(clock: Clock, ms: number, call: () => void): Timer {
	let timer = clock.after(ms, tick);
	function tick() {
		timer = clock.after(ms, tick);
		call();
	}
	return { cancel: () => timer.cancel() };
}
