import type { Devices } from '../devices.ts';
import { legacyOf, legacyRelay } from './state.ts';
import type { LiveDevice, LiveRelay } from '../live-device.ts';
import { STATE_WRITTEN_MS } from '../relays/report-relay.ts';
import { clearFailure, settle } from '../relays/set-relay.ts';

/**
 * Takes what a poll says about one relay. If the board reports no state, it is taken to have done what it was told
 * last. Either way a command that it was told is settled.
 */
export function reportLegacy(
	devices: Devices,
	device: LiveDevice,
	relay: LiveRelay,
	report: boolean | undefined,
): void {
	const { told, why, wish, countdown } = legacyRelay(legacyOf(device), relay.plan.id);
	const on = report ?? told;
	if (on === null) return;
	const before = { reported: relay.reported, offAt: relay.offAt };
	if (on !== relay.reported) {
		const { cause, by } = (on === told && why) || { cause: null, by: null };
		Object.assign(relay, { reported: on, cause, by, changedAt: devices.options.clock.now() });
		clearFailure(relay);
		devices.writes.mark(device, STATE_WRITTEN_MS);
		// Without a known state before it, a report is not a change.
		if (before.reported !== null) {
			const forMs = on && relay.cause === 'command' ? (countdown?.forMs ?? 0) : 0;
			devices.events.emit('RelaySwitched', { device, relay, forMs });
		}
	}
	relay.offAt = on && countdown ? countdown.offAt : null;
	const { command } = relay;
	if (command && !wish) settle(devices, device, relay, on === command.on ? 'done' : 'refused');
	else if (on !== before.reported || relay.offAt !== before.offAt)
		devices.events.emit('RelayChanged', { device, relay });
}
