import type { Devices } from '../devices/devices.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import type { Audit } from './audit.ts';
import { listenToPresence } from './presence-audit.ts';
import { RateLimitedAudit } from './rate-limited-audit.ts';

/** Attempts of copies recorded per hour and device: a copy tries again every few seconds. */
const MAX_CLONES_AN_HOUR = 12;
/** Answers to configurations recorded per hour and device: a person makes fewer changes. */
const MAX_CONFIGS_AN_HOUR = 120;
const MAX_FLOODS_AN_HOUR = 12;
/** Relay changes recorded per hour and device: more than people make, fewer than a faulty program. */
const MAX_SWITCHED_AN_HOUR = 600;

/** Changes of contacts and motion detectors recorded per hour and device: more than a busy house has. */
const MAX_INPUTS_AN_HOUR = 240;
const INPUT_TELLS = {
	contact: { on: 'closed', off: 'opened' },
	motion: { on: 'motion', off: 'motion-ended' },
} as const;

/** Records the facts of the devices, until the returned function is called. */
export function listenToDevices(audit: Audit, devices: Devices): () => void {
	const { events } = devices;
	const clones = new RateLimitedAudit(audit, MAX_CLONES_AN_HOUR);
	const configs = new RateLimitedAudit(audit, MAX_CONFIGS_AN_HOUR);
	const floods = new RateLimitedAudit(audit, MAX_FLOODS_AN_HOUR);
	const switched = new RateLimitedAudit(audit, MAX_SWITCHED_AN_HOUR);
	const inputs = new RateLimitedAudit(audit, MAX_INPUTS_AN_HOUR);
	const revision = (device: LiveDevice) => ({ revision: device.record.revision });
	const offs = [
		listenToPresence(audit, devices),
		// Other new devices are recorded as claimed.
		events.on('LegacyDeviceAdded', ({ device, by }) => audit.record({ what: 'added', device, by })),
		events.on('DeviceRemoved', ({ name, by }) => audit.record({ what: 'deleted', deviceName: name, by })),
		events.on('RelaySwitched', ({ device, relay, forMs }) => {
			switched.record(device.record.id, {
				what: relay.reported ? 'relay-on' : 'relay-off',
				device,
				relay,
				cause: relay.cause,
				by: relay.cause === 'command' ? relay.by : null,
				details: forMs > 0 ? { forMs } : {},
			});
		}),
		events.on('CountdownSet', ({ device, relay, forMs, by }) => {
			const what = { what: 'relay-on', cause: by ? 'command' : relay.cause, device, relay, by } as const;
			switched.record(device.record.id, { ...what, details: forMs > 0 ? { forMs } : { stays: true } });
		}),
		events.on('CommandFailed', ({ device, relay, on, by, outcome }) => {
			const details = { reason: outcome, on };
			switched.record(device.record.id, { what: 'command-failed', device, relay, by, details });
		}),
		events.on('InputChanged', ({ device, input: { plan, on }, before }) => {
			// Wall switches move relays, which are recorded themselves. The first state after a start of the hub is no change.
			if (plan.kind === undefined || before === null) return;
			const what = INPUT_TELLS[plan.kind][on ? 'on' : 'off'];
			inputs.record(device.record.id, { what, device, details: { input: plan.name, id: plan.id } });
		}),
		events.on('DeviceRenamed', ({ device, before, by }) =>
			audit.record({ what: 'renamed', device, by, details: { before, after: device.record.name } }),
		),
		events.on('DeviceMoved', ({ device, before, by }) =>
			audit.record({ what: 'moved', device, by, details: { before, after: device.record.room } }),
		),
		events.on('ConfigChanged', ({ device, changes, by }) =>
			audit.record({
				what: 'config-changed',
				device,
				by,
				details: { changes, ...revision(device) },
			}),
		),
		events.on('WifiChanged', ({ device, before, ssid, by }) =>
			audit.record({ what: 'wifi-changed', device, by, details: { before, ssid } }),
		),
		events.on('ConfigApplied', ({ device }) =>
			configs.record(device.record.id, { what: 'config-applied', device, details: revision(device) }),
		),
		events.on('ConfigRefused', ({ device, error }) =>
			configs.record(device.record.id, {
				what: 'config-refused',
				device,
				details: { reason: error, ...revision(device) },
			}),
		),
		events.on('TokenRotating', ({ device, by }) => audit.record({ what: 'rotating', device, by })),
		events.on('TokenRotated', ({ device }) => audit.record({ what: 'rotated', device })),
		events.on('TokenRevoked', ({ device, by }) => audit.record({ what: 'revoked', device, by })),
		events.on('CloneTried', ({ device, mac, address, how }) =>
			clones.record(device.record.id, { what: 'clone-tried', device, details: { mac, address, how } }),
		),
		events.on('BoardFlooded', ({ device, kind, closed }) =>
			floods.record(device.record.id, { what: 'board-flooded', device, details: { kind, closed } }),
		),
	];
	return () => offs.forEach((off) => off());
}
