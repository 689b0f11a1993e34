import type { DeviceView, RelayView, VitalsView } from '../../../protocol/dashboard/devices.ts';
import type { Reach } from '../../accounts/reach.ts';
import type { Devices } from '../../devices/devices.ts';
import type { LiveDevice, LiveRelay } from '../../devices/live-device.ts';
import type { Requester } from '../server/session/who-is.ts';
import { inputView, presenceView, readingView, relayView, sensorNames } from '../views.ts';

/** What a guest is not shown, in the shape that dashboards expect. */
export const NO_VITALS: VitalsView = {
	rssi: null,
	ssid: null,
	address: null,
	freeHeap: null,
	uptimeMs: null,
	startedAt: null,
	firmware: null,
	chip: null,
	clockUnset: false,
};
const NOT_SHOWN = {
	/** not the place among all devices, which would tell how many there are */
	position: 0,
	ownerId: '',
	code: '',
	mac: '',
	board: '',
	boardName: '',
	claimedAt: 0,
	virtual: false,
	token: { state: 'active', createdAt: null, lastUsedAt: null, fingerprint: null, firmware: null },
	config: { version: 0, state: 'applied', error: null, changedAt: null, appliedAt: null, secondWifi: null },
	update: null,
	vitals: NO_VITALS,
} as const satisfies Partial<DeviceView>;

/** The guest who looks. */
export type Guest = Pick<Requester, 'user' | 'reach'>;

/** Whether the device shows at all: as a whole, or because of one of its relays. */
export function isShown({ record, relays }: LiveDevice, reach: Reach): boolean {
	return reach.device(record) !== null || relays.some(({ plan }) => reach.relay(record, plan.id) !== null);
}

/** What a guest is shown of a device; undefined: for them it does not exist. Lists what is shown, never what is not. */
export function deviceForGuest(device: LiveDevice, guest: Guest): DeviceView | undefined {
	const { record } = device;
	const reach = guest.reach();
	if (!isShown(device, reach)) return undefined;
	const whole = reach.device(record) !== null;
	const relays = device.relays.filter(({ plan }) => reach.relay(record, plan.id) !== null);
	return {
		...NOT_SHOWN,
		id: record.id,
		name: record.name,
		room: whole ? record.room : null,
		// A dashboard waits longer for the answer of an older board.
		security: device.isLegacy ? 'legacy-v1' : 'secure-v2',
		presence: presenceView(device),
		relays: relays.map((relay) => relayForGuest(device, relay, guest, reach)),
		inputs: whole ? device.inputs.map(inputView) : [],
		readings: whole ? device.readings.map(readingView) : [],
		...(whole && sensorNames(device)),
	};
}

/** Names nobody but the guest. */
export function relayForGuest(
	{ record }: LiveDevice,
	relay: LiveRelay,
	{ user, reach }: Guest,
	now: Reach = reach(),
): RelayView {
	const by = relay.by?.id === user.id ? relay.by.name : null;
	const maySwitch = now.relay(record, relay.plan.id) === 'switch';
	return { ...relayView(relay), by, ...(!maySwitch && { mayNotSwitch: true }) };
}

export function devicesForGuest(devices: Devices, guest: Guest): DeviceView[] {
	return [...devices.byId.values()].flatMap((device) => deviceForGuest(device, guest) ?? []);
}
