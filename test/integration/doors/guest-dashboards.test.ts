import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveEvent } from '../../../protocol/dashboard/live.ts';
import type { GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import { Session } from '../../../hub/accounts/entities.ts';
import { sessionId } from '../../../hub/accounts/sessions.ts';
import { SESSION_COOKIE } from '../../../hub/doors/server/session/session-cookie.ts';
import { GuestFeed } from '../../../hub/doors/guests/guest-feed.ts';
import type { LiveDevice } from '../../../hub/devices/live-device.ts';
import { LiveDoor, type Person } from '../../harness/doors/live-door-fixture.ts';
import { ANNA } from '../../harness/records.ts';

type EventType = LiveEvent['type'];
const EVERYBODY = ['owner', 'member', 'guest'];
const HOUSEHOLD = ['owner', 'member'];

/** Who is ever told of what. A new type of event needs a row. */
const TOLD: Record<EventType, readonly string[]> = {
	device: EVERYBODY,
	'device-removed': EVERYBODY,
	relay: EVERYBODY,
	presence: EVERYBODY,
	reading: EVERYBODY,
	input: EVERYBODY,
	clock: EVERYBODY,
	/** about themselves */
	user: EVERYBODY,
	home: EVERYBODY,
	preferences: EVERYBODY,
	pending: HOUSEHOLD,
	'pending-removed': HOUSEHOLD,
	log: HOUSEHOLD,
	audit: HOUSEHOLD,
	scene: HOUSEHOLD,
	'scene-removed': HOUSEHOLD,
	notice: HOUSEHOLD,
	'wifi-networks': HOUSEHOLD,
	people: ['owner'],
	'lock-outs': ['owner'],
};

const HOUR = 3_600_000;
const FRAME_MS = 16;
let hub: LiveDoor;
let gate: LiveDevice;
let attic: LiveDevice;
let anna: Person;
let ben: Person;
let mia: Person;
const opened: Person[] = [];

const switching = (...devices: string[]): GuestAccess => ({
	grants: devices.map((device) => ({ kind: 'device', device, may: 'switch' })),
	until: null,
	weekly: null,
});

async function add(...person: Parameters<LiveDoor['add']>): Promise<Person> {
	const added = await hub.add(...person);
	opened.push(added);
	return added;
}

beforeEach(async () => {
	hub = await LiveDoor.open();
	gate = await hub.devices.add('gate', 'Gate');
	attic = await hub.devices.add('attic', 'Attic');
	anna = await add('anna', 'owner');
	ben = await add('ben', 'member');
	mia = await add('mia', 'guest', switching('gate'));
});
afterEach(async () => {
	for (const { view } of opened.splice(0)) view.close();
	await hub.close();
});

const typesOf = ({ view }: Person) => new Set(view.events.map(({ type }) => type));
const names = ({ view }: Person) => [...view.devices.values()].map(({ name }) => name);

/** Everything that a house can tell, of this device. */
function happen(device: LiveDevice): void {
	const { devices, claims, scenes, audit, accounts, networks } = hub;
	const relay = device.relay(1)!;
	relay.reported = !relay.reported;
	devices.events.emit('RelayChanged', { device, relay });
	device.presenceSince++;
	devices.events.emit('PresenceChanged', { device });
	const reading = { sensor: 1, unit: 'celsius' as const, value: 21, at: 1, recent: [] };
	devices.events.emit('ReadingTaken', { device, reading });
	const input = { plan: { id: 1, name: 'Bell' }, on: true, changedAt: 1 } as unknown as LiveDevice['inputs'][number];
	device.inputs = [{ ...input, on: false }];
	devices.tellChanged(device);
	devices.events.emit('InputChanged', { device, input, before: null });
	devices.events.emit('BoardLogged', { device, line: { at: 1, level: 'info', text: 'secret line' } });
	devices.events.emit('ClockStepped', { now: 1 });
	const entry = { id: 1, at: 1, kind: 'relay' as const, what: 'relay-on' as const, person: 'anna' };
	const rest = { device: null, deviceName: null, relay: null, relayName: null, cause: null, details: {} };
	audit.events.emit('EntryMade', { entry: { ...entry, ...rest } });
	const scene = { id: 's', name: 'Party', icon: 'light', kind: 'scene', members: [] } as unknown as SceneView;
	scenes.events.emit('SceneMade', { scene, by: ANNA } as never);
	scenes.events.emit('SceneDeleted', { scene, by: ANNA } as never);
	const registration = { id: 'p', name: 'Shed', board: 'virtual', createdAt: 1, expiresAt: 2, ownerId: 'u' };
	const open = {
		forDeviceId: null,
		usedByMac: null,
		sealedKey: new Uint8Array(1),
		keyId: 'abcdef01',
		plan: { relays: [] },
	};
	claims.byId.set('p', { ...registration, ...open } as never);
	claims.events.emit('PendingChanged', { id: 'p' });
	claims.events.emit('PendingRemoved', { id: 'p', why: 'deleted' } as never);
	claims.events.emit('PendingExpired', { name: 'Shed' } as never);
	accounts.events.emit('PeopleChanged', {});
	accounts.events.emit('LockOutsChanged', {});
	networks.events.emit('NetworkKept', { network: { id: 'n', ssid: 'secret', sealed: null, createdAt: 1 }, by: ANNA });
	for (const person of [anna, ben, mia]) {
		hub.arrange(person);
		hub.prefer(person, { hours: person.view.preferences.hours === '12' ? '24' : '12' });
	}
}

it('every type of event has a row that says who is told of it', () => {
	expect(Object.keys(TOLD).sort()).toEqual(LiveEvent.options.map(({ shape }) => shape.type.value).sort());
});

describe('a busy house', () => {
	it('tells everybody what their role may know, and a guest only of what they reach', async () => {
		for (let n = 0; n < 3; n++) {
			happen(gate);
			happen(attic);
		}
		await hub.change(mia, { name: 'Mia' });
		await hub.change(ben, { name: 'Benjamin' });
		await hub.devices.add('new', 'New');
		hub.devices.byId.delete('gate');
		hub.devices.events.emit('DeviceRemoved', { id: 'gate', name: 'Gate', by: ANNA });
		// So much in one moment is sent a frame later.
		hub.accounts.clock.advance(FRAME_MS);
		for (const { view } of [anna, ben, mia])
			await view.until(() => view.events.some(({ type }) => type === 'device-removed'));
		for (const { view } of [anna, ben, mia]) expect(view.gaps).toBe(0);
		const allowed = (role: string) =>
			(Object.keys(TOLD) as EventType[]).filter((type) => TOLD[type].includes(role)).sort();
		expect([...typesOf(anna)].sort()).toEqual(allowed('owner'));
		expect([...typesOf(ben)].sort()).toEqual(allowed('member'));
		expect([...typesOf(mia)].sort()).toEqual(allowed('guest'));
		expect(JSON.stringify(mia.view.events)).not.toMatch(/attic|anna|ben|Party|Shed|secret|New/i);
	});

	it('costs the household’s dashboards no gap when only owners are told', async () => {
		const ended = () => hub.accounts.events.emit('PeopleChanged', {});
		for (let n = 0; n < 3; n++) ended();
		hub.devices.tellChanged(attic);
		for (const { view } of [anna, ben]) await view.until(() => view.events.length === 4);
		expect(anna.view.events.map(({ type }) => type)).toEqual(['people', 'people', 'people', 'device']);
		expect(ben.view.events.slice(0, 3)).toEqual(
			Array(3).fill({ type: 'user', user: expect.objectContaining({ name: 'ben' }) }),
		);
		expect([anna.view.gaps, ben.view.gaps]).toEqual([0, 0]);
		expect(mia.view.events).toEqual([]);
		ben.view.socket.disconnect();
		ended();
		hub.devices.tellChanged(attic);
		ben.view.socket.connect();
		await ben.view.until(() => ben.view.events.length === 6);
		expect(ben.view.answers).toEqual(['snapshot', 'missed']);
		expect(ben.view.events.slice(4).map(({ type }) => type)).toEqual(['user', 'device']);
	});
});

it('somebody whose stored role does not exist is told of nothing', async () => {
	const eve = await add('eve', 'admin' as 'owner');
	happen(attic);
	await ben.view.until(() => ben.view.events.some(({ type }) => type === 'notice'));
	await eve.view.until(() => eve.view.events.some(({ type }) => type === 'clock'));
	expect([eve.view.devices.size, typesOf(eve)]).toEqual([0, new Set(['clock'])]);
	expect(await eve.view.setRelay('attic', 1, true)).toMatchObject({ ok: false, error: { fault: 'may-not-switch' } });
});

describe('a guest’s open dashboard', () => {
	it('loses and gains tiles as soon as the owner changes their access', async () => {
		expect(names(mia)).toEqual(['Gate']);
		await hub.change(mia, { access: switching('attic') });
		await mia.view.until(() => names(mia).join() === 'Attic');
		await hub.change(mia, { access: null });
		await mia.view.until(() => mia.view.devices.size === 0);
		expect(await mia.view.setRelay('attic', 1, true)).toMatchObject({ ok: false, error: { fault: 'no-such-device' } });
		expect(mia.view.signedOut).toBe(false);
		expect(mia.view.gaps).toBe(0);
	});

	it('is never told of what was taken away, not even while the rights are being read', async () => {
		const { events } = hub.accounts;
		const { orm } = hub.accounts;
		await orm.em.fork().getConnection().execute('UPDATE user SET access = NULL WHERE id = ?', [mia.id]);
		events.emit('PersonChanged', { user: { id: mia.id, name: 'mia', role: 'guest' } });
		gate.relay(1)!.reported = true;
		hub.devices.events.emit('RelayChanged', { device: gate, relay: gate.relay(1)! });
		const answer = mia.view.setRelay('gate', 1, true);
		await mia.view.until(() => mia.view.devices.size === 0);
		expect(typesOf(mia)).toEqual(new Set(['device-removed']));
		expect(await answer).toMatchObject({ ok: false, error: { fault: 'no-such-device' } });
	});

	it('of access that cannot be read shows nothing', async () => {
		const { orm, events } = hub.accounts;
		await orm.em.fork().getConnection().execute(`UPDATE user SET access = '{"grants":' WHERE id = ?`, [mia.id]);
		events.emit('PersonChanged', { user: { id: mia.id, name: 'mia', role: 'guest' } });
		await mia.view.until(() => mia.view.devices.size === 0);
		expect(await mia.view.setRelay('gate', 1, true)).toMatchObject({ ok: false, error: { fault: 'no-such-device' } });
	});

	it('loses its tiles, and the right to switch, at the end of the access', async () => {
		const until = hub.accounts.clock.now() + HOUR;
		await hub.change(mia, { access: { ...switching('gate', 'attic'), until } });
		await mia.view.until(() => mia.view.devices.size === 2);
		expect(mia.view.events.find(({ type }) => type === 'user')).toMatchObject({ user: { until } });
		expect(await mia.view.setRelay('gate', 1, true)).toMatchObject({ error: { fault: 'not-connected-not-switched' } });
		hub.accounts.clock.stepWall(HOUR);
		expect(await mia.view.setRelay('gate', 1, true)).toMatchObject({ error: { fault: 'no-such-device' } });
		hub.accounts.clock.advance(60_000);
		await mia.view.until(() => mia.view.devices.size === 0);
	});

	it('shares its events with the guest’s other dashboards, which may open and close at any time', async () => {
		const tab = await mia.browser.open();
		happen(gate);
		await tab.until(() => tab.events.some(({ type }) => type === 'clock'));
		const third = await mia.browser.open();
		tab.close();
		happen(gate);
		for (const view of [mia.view, third]) await view.until(() => view.relay('gate', 1)!.reported === false);
		expect([mia.view.gaps, tab.gaps, third.gaps]).toEqual([0, 0, 0]);
		mia.view.close();
		await hub.change(mia, { access: null });
		await third.until(() => third.devices.size === 0);
		third.close();
	});

	it('always follows with a snapshot', async () => {
		happen(gate);
		await mia.view.until(() => mia.view.events.length > 3);
		mia.view.socket.disconnect();
		mia.view.socket.connect();
		await mia.view.until(() => mia.view.answers.length === 2);
		expect(mia.view.answers).toEqual(['snapshot', 'snapshot']);
		expect(mia.view.gaps).toBe(0);
		const { pending, scenes } = mia.view;
		expect([pending.size, scenes.size]).toEqual([0, 0]);
	});

	it('that is closed while its rights are looked up follows nothing', async () => {
		const joined = vi.spyOn(GuestFeed.prototype, 'join');
		const kim = await add('kim', 'guest', switching('gate', 'attic'));
		const { view } = kim;
		view.socket.disconnect();
		await vi.waitFor(() => expect(hub.door.isHere(kim.id)).toBe(false));
		view.socket.removeAllListeners('connect'); // it is this test that follows
		view.socket.connect();
		await vi.waitFor(() => expect(view.socket.connected).toBe(true));
		joined.mockClear();
		let proceed = () => undefined as void;
		hub.mayLookUp = new Promise((resolve) => (proceed = resolve));
		hub.accounts.events.emit('PersonChanged', { user: { id: kim.id, name: 'kim', role: 'guest' } });
		view.socket.emit('follow', {}, () => undefined);
		view.socket.disconnect();
		await vi.waitFor(() => expect(hub.door.isHere(kim.id)).toBe(false));
		proceed();
		await hub.change(kim, { access: switching('gate') });
		const again = await kim.browser.open();
		expect(joined).toHaveBeenCalledTimes(1);
		joined.mockRestore();
		expect([...again.devices.keys()]).toEqual(['gate']);
		again.close();
	});

	it('signs out when the guest becomes a member, and when the sessions end', async () => {
		const kim = await add('kim', 'guest', switching('attic'));
		await hub.change(mia, { role: 'member' });
		await mia.view.until(() => mia.view.signedOut);
		hub.accounts.events.emit('SessionsEnded', { sessions: [kim.sessionId] });
		await kim.view.until(() => kim.view.signedOut);
		expect([anna.view.signedOut, ben.view.signedOut]).toEqual([false, false]);
	});
});

it('a dashboard whose session is renewed comes back with the new cookie, and its person is here until it is closed', async () => {
	const { accounts, door } = hub;
	const token = 'renewed';
	await accounts.orm.em.fork().nativeUpdate(Session, { id: ben.sessionId }, { id: sessionId(token) });
	accounts.sessionIds.add(sessionId(token));
	accounts.sessionIds.delete(ben.sessionId);
	door.renewSession(ben.sessionId);
	await ben.view.until(() => ben.view.refused === 'session-renewed'); // it has not got its new cookie yet
	ben.browser.cookie = `${SESSION_COOKIE}=${token}`;
	await ben.view.until(() => ben.view.answers.length === 2);
	expect(await ben.view.watch(false)).toMatchObject({ ok: true });
	expect([ben.view.signedOut, door.isHere(ben.id)]).toEqual([false, true]);
	ben.view.close();
	await vi.waitFor(() => expect(door.isHere(ben.id)).toBe(false));
});

it('a member’s new name is on their dashboard at once, and in what they do', async () => {
	await hub.change(ben, { name: 'Benjamin' });
	await ben.view.until(() => ben.view.events.some((event) => event.type === 'user' && event.user.name === 'Benjamin'));
	expect(typesOf(anna)).toEqual(new Set(['user', 'people']));
	expect(ben.view.signedOut).toBe(false);
});
