import type { Devices } from '../devices.ts';
import { countdownIsOver, startCountdown, stopCountdown } from './countdown.ts';
import { type LegacyRelay, legacyOf, legacyRelay } from './state.ts';
import { writeLegacy } from './wish.ts';
import type { LiveDevice } from '../live-device.ts';

/**
 * What a Legacy v1 board is told to be, by relay: what a person wants, otherwise off where a countdown is over, otherwise
 * what it is. Whatever is not what it was told the last time is written before it is told, so that no restart of the hub
 * takes it back.
 */
export async function answerLegacy(
	devices: Devices,
	device: LiveDevice,
	reports: ReadonlyMap<number, boolean>,
): Promise<ReadonlyMap<number, boolean>> {
	const state = legacyOf(device);
	const before = device.relays.map(({ plan }) => legacyRelay(state, plan.id));
	const now = devices.options.clock.now();
	const next = before.map((relay) => answerOf(relay, reports.get(relay.id), countdownIsOver(state, relay.id), now));
	if (JSON.stringify(next) !== JSON.stringify(before)) await writeLegacy(devices, device, next);
	for (const [index, { id, countdown }] of next.entries()) {
		if (countdown !== before[index]!.countdown) {
			if (countdown) startCountdown(devices, state, next[index]!, countdown.forMs);
			else stopCountdown(state, id);
		}
		const relay = device.relay(id)!;
		const { wish, countdown: old } = before[index]!;
		if (wish?.on && relay.reported && (countdown ?? old))
			devices.events.emit('CountdownSet', { device, relay, forMs: countdown?.forMs ?? 0, by: wish.by });
		const offAt = relay.reported && countdown ? countdown.offAt : null;
		if (relay.offAt === offAt) continue;
		relay.offAt = offAt;
		devices.events.emit('RelayChanged', { device, relay });
	}
	return new Map(next.map(({ id, told }) => [id, told ?? false]));
}

function answerOf(relay: LegacyRelay, report: boolean | undefined, over: boolean, now: number): LegacyRelay {
	const { wish, told } = relay;
	if (wish) {
		const { on, forMs, by } = wish;
		const countdown = on && forMs > 0 ? { offAt: now + forMs, forMs } : null;
		return { id: relay.id, told: on, why: { cause: 'command', by }, wish: null, countdown };
	}
	const on = report ?? told ?? false;
	// It has gone off: there is nothing left to count down to.
	const countdown = on ? relay.countdown : null;
	if (over && on) return { ...relay, told: false, why: { cause: 'countdown', by: null }, countdown };
	return { ...relay, told: on, why: on === told ? relay.why : null, countdown };
}
