import type { Devices } from '../devices.ts';
import { type LegacyRelay, type LegacyState } from './state.ts';

/**
 * Counts down for a board that cannot: after the time the board is told "off" at its next poll, however late that is.
 * `leftMs` is less than the whole time if the hub was restarted meanwhile.
 */
export function startCountdown(devices: Devices, state: LegacyState, { id }: LegacyRelay, leftMs: number): void {
	stopCountdown(state, id);
	const { clock } = devices.options;
	const countdown = {
		over: leftMs <= 0,
		endMono: clock.mono() + leftMs,
		timer: clock.after(leftMs, () => void (countdown.over = true)),
	};
	state.countdowns.set(id, countdown);
}

export function stopCountdown(state: LegacyState, relay: number): void {
	state.countdowns.get(relay)?.timer.cancel();
	state.countdowns.delete(relay);
}

export function countdownIsOver(state: LegacyState, relay: number): boolean {
	return state.countdowns.get(relay)?.over ?? false;
}
