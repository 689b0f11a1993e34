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
