import type { Devices } from '../devices.ts';
import { countdownIsOver, startCountdown, stopCountdown } from './countdown.ts';
import { type LegacyRelay, legacyOf, legacyRelay } from './state.ts';
import { writeLegacy } from './wish.ts';
import type { LiveDevice } from '../live-device.ts';

/**
 * What a Legacy v1 board is told for each relay: a person's command if there is one, otherwise off if a countdown has
 * ended, otherwise its present state. A changed answer is stored before it is sent, so that a restart of the hub does
 * not undo it.
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
