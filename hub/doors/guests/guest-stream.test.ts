import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { Live } from '../../../protocol/dashboard/live.ts';
import type { Grant, GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { HomeLayouts } from '../../accounts/home/home-layouts.ts';
import { PeoplePreferences } from '../../accounts/preferences/people-preferences.ts';
import { reachAtAnyTime } from '../../accounts/reach.ts';
import type { Actor } from '../../base/actor.ts';
import { Events } from '../../base/events.ts';
import { ok } from '../../base/result.ts';
import { deleteDevice } from '../../devices/delete-device.ts';
import type { LiveDevice } from '../../devices/live-device.ts';
import { patchDevice } from '../../devices/arrange/patch-device.ts';
import type { Settings } from '../../settings/settings.ts';
import { ANNA, planOf } from '../../../test/harness/records.ts';
import { TestDevices } from '../../../test/harness/devices.ts';
import { GuestFeed } from './guest-feed.ts';
import type { GuestStream } from './guest-stream.ts';
import type { Guest } from './guest-views.ts';

const HOUR = 3_600_000;
const MIA = { id: 'mia', name: 'Mia', role: 'guest' as const };

let devices: TestDevices;
let gate: LiveDevice;
let shed: LiveDevice;
let settings: Pick<Settings, 'events'>;
let accounts: Pick<Accounts, 'events' | 'homes' | 'preferences'>;
let feed: GuestFeed;
let told: Live[];
let watching: boolean[];

beforeEach(async () => {
	devices = await TestDevices.open();
	settings = { events: new Events() };
	accounts = {
		events: new Events(),
		homes: new HomeLayouts(devices.clock),
		preferences: new PeoplePreferences(devices.clock),
	};
	feed = new GuestFeed({
		epoch: 'e',
		clock: devices.clock,
		hub: () => ({ name: 'Home', version: '1', needsSetUp: false }),
		devices,
		settings: settings as Settings,
		accounts,
	});
	gate = await devices.add('gate', 'Front gate');
	shed = await devices.add('shed', 'Shed');
	gate.readings = [{ sensor: 1, unit: 'celsius', value: 21, at: 5, recent: [[5, 21]] }];
	gate.inputs = [{ plan: planOf({ inputs: [INPUT] }).inputs[0]!, on: true, changedAt: 4 }];
	[told, watching] = [[], []];
});
afterEach(() => devices.close());

const INPUT = { id: 1, name: 'Bell', gpio: 4, mode: 'detached' as const, relay: null };

function guest(grants: Grant[], change: Partial<GuestAccess> = {}): Guest {
	const access = { grants, until: null, weekly: null, ...change };
	const rights = { role: 'guest' as const, access, mayUpdateOthers: false };
	return {
		user: MIA,
		reach: reachAtAnyTime(
			rights,
			() => devices.clock.now(),
			() => UTC,
		),
	};
}

const UTC = () => 0;

function open(of: Guest): { stream: GuestStream; shown: DeviceView[] } {
	const stream: GuestStream = feed.join(of, {
		send: (live) => told.push(live),
		reachesChanged: () => watching.push(stream.reachesAnything),
	});
	const { devices: shown } = stream.follow();
	return { stream, shown };
}

const events = () => told.map(({ event }) => event);
const names = (shown: DeviceView[]) => shown.map(({ name }) => name);
const device = (may: 'see' | 'switch' = 'switch', id = 'gate'): Grant => ({ kind: 'device', device: id, may });
const relay = (number: number, may: 'see' | 'switch' = 'switch'): Grant => ({
	kind: 'relay',
	device: 'gate',
	relay: number,
	may,
});
const room = (name: string): Grant => ({ kind: 'room', room: name, may: 'switch' });
const move = (id: string, to: string | null) =>
	patchDevice(devices, { id, room: to, by: ANNA, mayMove: async () => ok() });
const switched = (of: LiveDevice, id: number, by: Actor | null) => {
	const live = of.relay(id)!;
	Object.assign(live, { reported: !live.reported, by, cause: 'command', changedAt: devices.clock.now() });
	devices.events.emit('RelayChanged', { device: of, relay: live });
};

it('a dashboard that joins brings the newest rights to the stream', () => {
	open(guest([device(), device('see', 'shed')]));
	const { shown } = open(guest([device()]));
	expect(names(shown)).toEqual(['Front gate']);
	expect(events()).toEqual([{ type: 'device-removed', id: 'shed' }]);
});

describe('what a guest hears', () => {
	it('is numbered on its own, beginning with the first event after the snapshot', () => {
		const { stream } = open(guest([relay(1)]));
		const { seq } = stream.follow();
		expect(stream.follow()).toMatchObject({ kind: 'snapshot', epoch: 'e', seq, pending: [], scenes: [], user: MIA });
		for (let n = 0; n < 5; n++) switched(shed, 1, null);
		switched(gate, 2, null);
		switched(gate, 1, null);
		switched(gate, 1, null);
		expect(told.map((live) => live.seq)).toEqual([seq + 1, seq + 2]);
		expect(stream.follow().seq).toBe(seq + 2);
	});

	it('of a relay of theirs is not the presence of the board’s Wi-Fi, its readings or its inputs', () => {
		open(guest([relay(1)]));
		gate.rssi = -40;
		devices.events.emit('PresenceChanged', { device: gate });
		devices.events.emit('ReadingTaken', { device: gate, reading: gate.readings[0]! });
		devices.events.emit('InputChanged', { device: gate, input: gate.inputs[0]!, before: null });
		expect(told).toEqual([]);
		Object.assign(gate, { presence: 'online', presenceSince: 9, lastSeenAt: 9 });
		devices.events.emit('PresenceChanged', { device: gate });
		expect(events()).toMatchObject([{ type: 'presence', device: 'gate', vitals: { rssi: null, ssid: null } }]);
	});

	it('of a device of theirs is its readings and inputs', () => {
		open(guest([device('see')]));
		const [reading] = gate.readings;
		Object.assign(reading!, { value: 22, at: 6 });
		devices.events.emit('ReadingTaken', { device: gate, reading: reading! });
		gate.inputs[0]!.on = false;
		devices.events.emit('InputChanged', { device: gate, input: gate.inputs[0]!, before: null });
		expect(events()).toEqual([
			{ type: 'reading', device: 'gate', sensor: 1, unit: 'celsius', value: 22, at: 6 },
			{ type: 'input', device: 'gate', input: { id: 1, name: 'Bell', on: false, changedAt: 4 } },
		]);
		devices.tellChanged(gate);
		expect(told).toHaveLength(2);
	});

	it('of one of two readings sends no more than that', () => {
		gate.readings.push({ sensor: 2, unit: 'percent', value: 40, at: 5, recent: [] });
		open(guest([device('see')]));
		Object.assign(gate.readings[0]!, { value: 22, at: 6 });
		devices.events.emit('ReadingTaken', { device: gate, reading: gate.readings[0]! });
		gate.rssi = -40;
		devices.tellChanged(gate);
		expect(events()).toEqual([{ type: 'reading', device: 'gate', sensor: 1, unit: 'celsius', value: 22, at: 6 }]);
	});

	it('does not even show that something changed which they are not shown', async () => {
		await move('gate', 'Garden');
		open(guest([relay(1)]));
		gate.lastSeenAt = 77;
		Object.assign(gate.record, { position: 7, wifiName: 'Other', revision: 4, ownerId: 'ben' });
		devices.tellChanged(gate);
		await move('gate', 'Attic');
		gate.relay(2)!.reported = true;
		devices.tellChanged(gate);
		devices.tellChanged(shed);
		expect(told).toEqual([]);
	});

	it('is the time, when the hub’s clock is set', () => {
		open(guest([]));
		devices.events.emit('ClockStepped', { now: devices.clock.now() });
		expect(events()).toEqual([{ type: 'clock', now: devices.clock.now() }]);
	});
});

describe('what a guest reaches changes', () => {
	it('when a device moves into a room of theirs, and out of it', async () => {
		const { shown } = open(guest([room('Garden')]));
		expect(shown).toEqual([]);
		await move('gate', 'Garden');
		expect(events()).toMatchObject([{ type: 'device', device: { name: 'Front gate', room: 'Garden' } }]);
		await move('gate', 'Attic');
		expect(events().slice(1)).toEqual([{ type: 'device-removed', id: 'gate' }]);
		switched(gate, 1, null);
		expect(told).toHaveLength(2);
		expect(watching).toEqual([true, false]);
	});

	it('when a device is added to a room of theirs, and deleted', async () => {
		open(guest([room('Garden'), device('see', 'new')]));
		await devices.add('new', 'Lamp');
		expect(events()).toMatchObject([{ type: 'device', device: { name: 'Lamp' } }]);
		await deleteDevice(devices, 'shed', ANNA, async () => undefined);
		expect(told).toHaveLength(1);
		await deleteDevice(devices, 'new', ANNA, async () => undefined);
		expect(events().slice(1)).toEqual([{ type: 'device-removed', id: 'new' }]);
	});

	it('when a relay of theirs is removed from the plan', () => {
		open(guest([relay(1), relay(2)]));
		gate.record.plan = { ...gate.record.plan, relays: gate.record.plan.relays.filter(({ id }) => id !== 1) };
		gate.takePlan();
		devices.tellChanged(gate);
		expect(events()).toMatchObject([{ type: 'device', device: { relays: [{ id: 2 }] } }]);
		gate.record.plan = { ...gate.record.plan, relays: [] };
		gate.takePlan();
		devices.tellChanged(gate);
		expect(events().slice(1)).toEqual([{ type: 'device-removed', id: 'gate' }]);
	});

	it('at the end of their access, at that moment', () => {
		const end = devices.clock.now() + HOUR;
		open(guest([device(), device('see', 'shed')], { until: end }));
		devices.clock.advance(HOUR - 1);
		switched(gate, 1, null);
		expect(told).toHaveLength(1);
		devices.clock.advance(1);
		expect(events().slice(1)).toEqual([
			{ type: 'device-removed', id: 'gate' },
			{ type: 'device-removed', id: 'shed' },
		]);
		switched(gate, 1, null);
		expect(told).toHaveLength(3);
	});

	it('with their weekly hours, which begin again the next week', () => {
		// The clock stands at Thursday, 0:00.
		const weekly = { weekdays: 8, fromMinute: 60, toMinute: 120 };
		const { stream, shown } = open(guest([device()], { weekly }));
		expect(names(shown)).toEqual([]);
		expect(stream.follow().hours).toEqual({ ...weekly, open: false, opensOn: 3 });
		devices.clock.advance(HOUR);
		const begun = ['user', 'device'];
		expect(events().map(({ type }) => type)).toEqual(begun);
		expect(events()[0]).toEqual({ type: 'user', user: MIA, hours: { ...weekly, open: true, opensOn: null } });
		devices.clock.advance(HOUR);
		const ended = [...begun, 'user', 'device-removed'];
		expect(events().map(({ type }) => type)).toEqual(ended);
		devices.clock.advance(7 * 24 * HOUR - HOUR);
		expect(events().map(({ type }) => type)).toEqual([...ended, ...begun]);
	});

	it('at the end, also if the wall clock is a little ahead of the timers', () => {
		open(guest([device()], { until: devices.clock.now() + HOUR }));
		devices.clock.stepWall(1_500);
		devices.clock.advance(HOUR - 1_500 - 1);
		expect(told).toEqual([]);
		devices.clock.advance(1);
		switched(gate, 1, null);
		expect(events().filter(({ type }) => type === 'relay')).toEqual([]);
		devices.clock.advance(60_000);
		expect(events()).toEqual([{ type: 'device-removed', id: 'gate' }]);
	});

	it('when the owner says so: nothing is told until their rights are read, then the difference', () => {
		const { stream } = open(guest([device(), device('see', 'shed')]));
		stream.pause();
		switched(gate, 1, null);
		devices.tellChanged(gate);
		devices.events.emit('ClockStepped', { now: 1 });
		expect(told).toEqual([]);
		stream.renew({ ...guest([relay(1, 'see')]), user: { ...MIA, name: 'Mia K.' } });
		expect(events()).toMatchObject([
			{ type: 'user', user: { name: 'Mia K.' } },
			{ type: 'device', device: { id: 'gate', relays: [{ id: 1, reported: true, mayNotSwitch: true }] } },
			{ type: 'device-removed', id: 'shed' },
		]);
	});

	it('when the hub’s time zone changes', () => {
		let zone = UTC;
		const weekly = { weekdays: 8, fromMinute: 0, toMinute: 30 };
		const access = { grants: [device()], until: null, weekly };
		const rights = { role: 'guest' as const, access, mayUpdateOthers: false };
		const of = {
			user: MIA,
			reach: reachAtAnyTime(
				rights,
				() => devices.clock.now(),
				() => zone,
			),
		};
		expect(names(open(of).shown)).toEqual(['Front gate']);
		zone = () => HOUR;
		const value = { timeZone: 'UTC', place: null, historyDays: 30 };
		settings.events.emit('SettingsChanged', { before: value, after: value, by: ANNA });
		expect(events()).toMatchObject([
			{ type: 'user', hours: { open: false, opensOn: 3 } },
			{ type: 'device-removed', id: 'gate' },
		]);
	});

	it('no more once their dashboard is closed', () => {
		const { stream } = open(guest([device()], { until: devices.clock.now() + HOUR }));
		feed.leave(MIA.id);
		switched(gate, 1, null);
		stream.renew(guest([]));
		devices.clock.advance(2 * HOUR);
		expect(told).toEqual([]);
	});
});
