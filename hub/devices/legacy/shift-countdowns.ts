import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { legacyOf } from './state.ts';
import { writeLegacy } from './wish.ts';

/**
 * The hub's clock was set: the time that is left of a countdown stays, so the Unix time of its end moves by as much.
 * Ends that are right to `stepMs` stay. Stored too, since a restarted hub has only the Unix time.
 */
export function shiftCountdowns(devices: Devices, device: LiveDevice, stepMs: number): Promise<void> {
	const { clock, log } = devices.options;
	const { id } = device.record;
	return devices.locks.run(id, async () => {
		if (devices.byId.get(id) !== device) return;
		const state = legacyOf(device);
		const aheadMs = clock.now() - clock.mono();
		const shifted = state.relays.map((kept) => {
			const counting = state.countdowns.get(kept.id);
			if (!kept.countdown || !counting || counting.over) return kept;
			const offAt = Math.round(counting.endMono + aheadMs);
			if (Math.abs(offAt - kept.countdown.offAt) <= stepMs) return kept;
			const relay = device.relay(kept.id);
			if (relay && relay.offAt !== null) {
				relay.offAt = offAt;
				devices.events.emit('RelayChanged', { device, relay });
			}
			return { ...kept, countdown: { ...kept.countdown, offAt } };
		});
		if (shifted.every((relay, index) => relay === state.relays[index])) return;
		state.relays = shifted;
		await writeLegacy(devices, device, shifted).catch((error: unknown) =>
			log.error({ err: error, device: id }, 'legacy board: the new end of a countdown could not be saved'),
		);
	});
}
