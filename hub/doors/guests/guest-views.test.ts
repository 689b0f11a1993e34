import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Grant } from '../../../protocol/dashboard/people/people.ts';
import { reachOf } from '../../accounts/reach.ts';
import { personActor } from '../../base/actor.ts';
import type { LiveDevice } from '../../devices/live-device.ts';
import { TestDevices } from '../../../test/harness/devices.ts';
import { ANNA, planOf } from '../../../test/harness/records.ts';
import { type Guest, devicesForGuest, relayForGuest } from './guest-views.ts';

const MIA = { id: 'mia', name: 'Mia', role: 'guest' as const };
const INPUT = { id: 1, name: 'Bell', gpio: 4, mode: 'detached' as const, relay: null };

let devices: TestDevices;
let gate: LiveDevice;

beforeEach(async () => {
	devices = await TestDevices.open();
	gate = await devices.add('gate', 'Front gate');
	await devices.add('shed', 'Shed');
	Object.assign(gate, { ssid: 'OurWifi', address: '192.168.1.9', rssi: -50, firmware: '1.0.0', freeHeap: 9 });
	gate.readings = [{ sensor: 1, unit: 'celsius', value: 21, at: 5, recent: [[5, 21]] }];
	gate.inputs = [{ plan: planOf({ inputs: [INPUT] }).inputs[0]!, on: true, changedAt: 4 }];
});
afterEach(() => devices.close());

function guest(grants: Grant[]): Guest {
	const access = { grants, until: null, weekly: null };
	const reach = reachOf({ role: 'guest', access, mayUpdateOthers: false }, 0, () => 0);
	return { user: MIA, reach: () => reach };
}

const shown = (to: Guest) => devicesForGuest(devices, to);
const device = (may: 'see' | 'switch' = 'switch', id = 'gate'): Grant => ({ kind: 'device', device: id, may });
const relay = (number: number): Grant => ({ kind: 'relay', device: 'gate', relay: number, may: 'switch' });

describe('what a guest is shown', () => {
	it('of a device is its name, presence, relays, inputs and readings, and nothing of the board', () => {
		gate.record.room = 'Garden';
		expect(shown(guest([device()]))).toEqual([
			{
				id: 'gate',
				name: 'Front gate',
				room: 'Garden',
				security: 'secure-v2',
				presence: { state: 'offline', since: gate.presenceSince, lastSeenAt: null },
				relays: [expect.objectContaining({ id: 1, name: 'Pump' }), expect.objectContaining({ id: 2, name: 'Valve' })],
				inputs: [{ id: 1, name: 'Bell', on: true, changedAt: 4 }],
				readings: [{ sensor: 1, unit: 'celsius', value: 21, at: 5, recent: [[5, 21]] }],
				position: 0,
				ownerId: '',
				code: '',
				mac: '',
				board: '',
				boardName: '',
				claimedAt: 0,
				virtual: false,
				update: null,
				token: { state: 'active', createdAt: null, lastUsedAt: null, fingerprint: null, firmware: null },
				config: { version: 0, state: 'applied', error: null, changedAt: null, appliedAt: null, secondWifi: null },
				vitals: {
					rssi: null,
					ssid: null,
					address: null,
					freeHeap: null,
					uptimeMs: null,
					startedAt: null,
					firmware: null,
					chip: null,
					clockUnset: false,
				},
			},
		]);
	});

	it('because of a relay is that relay, without the room, the inputs and the readings', () => {
		gate.record.room = 'Garden';
		const views = shown(guest([relay(2)]));
		expect(views).toMatchObject([{ name: 'Front gate', room: null, inputs: [], readings: [] }]);
		expect(views[0]!.relays.map(({ name }) => name)).toEqual(['Valve']);
	});

	it('says which relays they may only see', () => {
		const views = shown(guest([device('see'), relay(2)]));
		expect(views[0]!.relays.map(({ mayNotSwitch }) => mayNotSwitch)).toEqual([true, undefined]);
	});

	it('names nobody but themselves', () => {
		Object.assign(gate.relay(1)!, { by: ANNA });
		Object.assign(gate.relay(2)!, { by: personActor(MIA) });
		expect(shown(guest([device()]))[0]!.relays.map(({ by }) => by)).toEqual([null, 'Mia']);
		Object.assign(gate.relay(2)!, { by: { ...ANNA, via: { kind: 'scene', id: 's', name: 'Party' } } });
		expect(JSON.stringify(relayForGuest(gate, gate.relay(2)!, guest([device()])))).not.toMatch(/Anna|Party/);
	});

	it('is nothing if no relay of theirs exists', () => {
		expect(shown(guest([relay(7), device('see', 'nowhere')]))).toEqual([]);
	});
});
