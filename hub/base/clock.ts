/** The last moment that a date can show, Unix ms (ECMA-262, 21.4.1.1). */
export const LAST_MOMENT_MS = 8.64e15;

/** Time comes in through this interface, so that a 24-hour expiry is tested without waiting. */
export interface Clock {
	/** Wall clock, Unix milliseconds. May step (NTP); for what people read and what outlives the process. */
	now(): number;
	/** Monotonic milliseconds from an arbitrary start. For every duration, deadline and presence. */
	mono(): number;
	/** Calls once after `ms` of monotonic time. The timer never keeps the process alive. */
	after(ms: number, call: () => void): Timer;
	/** Calls once the data waiting in the sockets has been read: after the process was paused, timers fire before that. */
	afterSockets(call: () => void): Timer;
}

export interface Timer {
	cancel(): void;
}

/** Node's longest timer, ms; it fires a longer one at once. */
const TIMER_MAX_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
	now: () => Date.now(),
	mono: () => performance.now(),
	after(ms, call) {
		let handle = begin(ms);
		function begin(left: number): NodeJS.Timeout {
			const part = Math.min(left, TIMER_MAX_MS);
			return setTimeout(part < left ? () => void (handle = begin(left - part)) : call, part).unref();
		}
		return { cancel: () => clearTimeout(handle) };
	},
	afterSockets(call) {
		// Node runs immediates right after it has read its sockets; `call` may close one (see `inLaterTurn`).
		let isCancelled = false;
		// eslint-disable-next-line no-restricted-globals -- it closes nothing itself
		setImmediate(() => inLaterTurn(() => void (!isCancelled && call())));
		return { cancel: () => void (isCancelled = true) };
	},
};

/** A deadline for the other end of a socket: data that arrived in time counts, even if the hub reads it late. */
export function afterReading(clock: Clock, ms: number, call: () => void): Timer {
	let timer = clock.after(ms, () => void (timer = clock.afterSockets(call)));
	return { cancel: () => timer.cancel() };
}

/** Calls every `ms` until cancelled. */
export function every(clock: Clock, ms: number, call: () => void): Timer {
	let timer = clock.after(ms, tick);
	function tick() {
		timer = clock.after(ms, tick);
		call();
	}
	return { cancel: () => timer.cancel() };
}

/**
 * Calls `act` among the timers of a later turn of the event loop; it keeps the process alive until then.
 *
 * Whatever may close a connection waits this way, not by `setImmediate`: immediates run after uWebSockets.js has freed
 * the sockets of this turn, and for one that is closed then, libuv's handle is through before its own memory is freed,
 * which then never happens: 470 bytes each, as an attacker may repeat it for ever (uSockets, src/eventing/libuv.c,
 * `us_poll_free`).
 */
export function inLaterTurn(act: () => void): void {
	setTimeout(act, 0);
}
