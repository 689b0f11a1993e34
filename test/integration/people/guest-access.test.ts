import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { TokensOfDevice } from '../../../protocol/dashboard/people/api-tokens.ts';
import type { GuestAccess, GuestPreview, People } from '../../../protocol/dashboard/people/people.ts';
import { EVERYTHING, answeredBy, newToken, switching } from '../../harness/people/api-tokens.ts';
import { type BrowserSession, type LiveView, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { guestOf, memberOf } from '../../harness/people/member.ts';
import { answerOf, invite } from '../../harness/people/people.ts';

let hub: TestHub;
let anna: BrowserSession;
let view: LiveView;
let gate: string;

beforeEach(async () => {
	hub = await new TestHub().start();
	anna = await hub.owner();
	view = await anna.open();
	const { id } = await anna.addVirtualBoard({ name: 'Gate' });
	await anna.call('POST', `/pending/${id}/virtual-board`);
	await view.until(() => view.relay(id, 2)?.reported === false);
	gate = id;
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

const idOf = async (name: string) =>
	(await anna.call<People>('GET', '/people')).people.find((person) => person.name === name)!.id;

function access(grants: GuestAccess['grants']): { access: GuestAccess } {
	return { access: { grants, until: null, weekly: null } };
}

it('the owner takes a relay from a guest, gives it back to see, and takes the guest away', async () => {
	const mia = await guestOf(hub, 'mia', [{ kind: 'device', device: gate, may: 'switch' }]);
	const open = await mia.open();
	const id = await idOf('mia');
	await anna.call('PATCH', `/people/${id}`, access([{ kind: 'relay', device: gate, relay: 2, may: 'see' }]));
	await open.until(
		() =>
			open.devices
				.get(gate)
				?.relays.map((relay) => relay.id)
				.join() === '2',
	);
	expect(open.relay(gate, 2)!.mayNotSwitch).toBe(true);
	expect(await open.setRelay(gate, 2, true)).toMatchObject({ error: { fault: 'may-not-switch' } });
	expect(await open.setRelay(gate, 1, true)).toMatchObject({ error: { fault: 'no-such-relay' } });
	await anna.call('PATCH', `/people/${id}`, access([{ kind: 'room', room: 'Nowhere', may: 'see' }]));
	await open.until(() => open.devices.size === 0);
	expect(open.gaps).toBe(0);
	await mia.call('PATCH', '/account', { name: 'Mia K.' });
	await open.until(() => open.events.some((event) => event.type === 'user' && event.user.name === 'Mia K.'));
	await anna.call('POST', `/people/${id}/remove`, { pendingDevices: 'keep', current: PASSWORD });
	await open.until(() => open.signedOut);
	expect(view.gaps).toBe(0);
	expect(view.events.some(({ type }) => type === 'people')).toBe(true);
});

it('a member who becomes a guest is signed out, and sees only what is granted after signing in again', async () => {
	const ben = await memberOf(hub);
	const open = await ben.open();
	await anna.call('PATCH', `/people/${await idOf('ben')}`, {
		role: 'guest',
		current: PASSWORD,
		...access([{ kind: 'relay', device: gate, relay: 1, may: 'switch' }]),
	});
	await open.until(() => open.signedOut);
	const again = hub.browser();
	await again.call('POST', '/session', { name: 'ben', password: 'correct horse battery staple' });
	const guest = await again.open();
	expect(guest.devices.get(gate)!.relays.map((relay) => relay.id)).toEqual([1]);
	guest.close();
});

it('the dashboard of a guest who changed the password comes back, and shows and switches what it did', async () => {
	const mia = await guestOf(hub, 'mia', [{ kind: 'device', device: gate, may: 'switch' }]);
	const open = await mia.open();
	await mia.call('PUT', '/account/password', {
		current: 'correct horse battery staple',
		password: 'another horse battery',
	});
	await open.until(() => open.answers.length === 2 && open.following);
	expect(await open.setRelay(gate, 1, true)).toMatchObject({ ok: true });
	await open.until(() => open.relay(gate, 1)!.reported === true);
	expect(open.signedOut).toBe(false);
	open.close();
});

it('a room that gets another name stays a guest’s: their dashboard loses nothing, not for a moment', async () => {
	const ben = await memberOf(hub);
	await anna.call('PATCH', `/devices/${gate}`, { room: 'Garden' });
	const open = await (await guestOf(hub, 'mia', [{ kind: 'room', room: 'Garden', may: 'switch' }])).open();
	await ben.call('POST', '/rooms/rename', { from: 'Garden', to: 'Orchard' });
	await open.until(() => open.devices.get(gate)?.room === 'Orchard');
	expect(open.events.filter(({ type }) => type === 'device-removed')).toEqual([]);
	const mia = (await anna.call<People>('GET', '/people')).people.find(({ name }) => name === 'mia');
	expect(mia!.access!.grants).toEqual([{ kind: 'room', room: 'Orchard', may: 'switch' }]);
	expect(await open.setRelay(gate, 1, true)).toMatchObject({ ok: true });
	open.close();
});

it('what the owner is shown of a guest is what the guest is shown, to the letter', async () => {
	const mia = await guestOf(hub, 'mia', [{ kind: 'relay', device: gate, relay: 2, may: 'see' }]);
	const preview = async () => anna.call<GuestPreview>('GET', `/people/${await idOf('mia')}/preview`);
	const shown = await preview();
	expect(shown).toMatchObject({ open: true, hours: null });
	// Its board is heard of between the questions.
	const still = (devices: readonly DeviceView[]) =>
		devices.map((device) => ({ ...device, presence: { ...device.presence, lastSeenAt: null } }));
	const { devices } = await mia.call<{ devices: DeviceView[] }>('GET', '/devices');
	expect(still(shown.devices)).toEqual(still(devices));
	expect(shown.devices).toMatchObject([{ name: 'Gate', room: null, mac: '', relays: [{ id: 2, mayNotSwitch: true }] }]);
	const open = await mia.open();
	expect(still(shown.devices)).toEqual(still([...open.devices.values()]));
	open.close();
	const [noGuest, nobody] = await Promise.all(
		[await idOf('anna'), 'nobody'].map((id) => anna.request('GET', `/people/${id}/preview`)),
	);
	expect([noGuest!.status, nobody!.status]).toEqual([409, 404]);
});

it('a guest is told their weekly hours, and the owner is shown what they will see in these', async () => {
	const HOUR_MINUTES = 60;
	const now = new Date();
	// Hours that begin two to three hours from now, in UTC as a new hub is, and last one.
	const from = new Date(now.getTime() + 3 * HOUR_MINUTES * 60_000);
	const weekly = {
		weekdays: 1 << ((from.getUTCDay() + 6) % 7),
		fromMinute: from.getUTCHours() * HOUR_MINUTES,
		toMinute: ((from.getUTCHours() + 1) % 24) * HOUR_MINUTES,
	};
	const mia = await guestOf(hub, 'mia', [{ kind: 'device', device: gate, may: 'switch' }]);
	const open = await mia.open();
	expect(open.devices.size).toBe(1);
	const grants: GuestAccess['grants'] = [{ kind: 'device', device: gate, may: 'switch' }];
	await anna.call('PATCH', `/people/${await idOf('mia')}`, { access: { grants, until: null, weekly } });
	await open.until(() => open.devices.size === 0);
	const hours = { ...weekly, open: false, opensOn: (from.getUTCDay() + 6) % 7 };
	expect(open.events.find(({ type }) => type === 'user')).toMatchObject({ hours });
	const shown = await anna.call<GuestPreview>('GET', `/people/${await idOf('mia')}/preview`);
	expect(shown).toMatchObject({ open: false, hours, devices: [{ name: 'Gate' }] });
	expect(shown.at).toBe(new Date(from).setUTCMinutes(0, 0, 0));
	const until = shown.at! - 1;
	await anna.call('PATCH', `/people/${await idOf('mia')}`, { access: { grants, until, weekly } });
	expect(await anna.call('GET', `/people/${await idOf('mia')}/preview`)).toMatchObject({
		open: false,
		at: null,
		devices: [],
	});
	open.close();
});

it('before a device is deleted its owner is told which API tokens switch it, and whether nothing is left to them', async () => {
	const ben = await memberOf(hub);
	const { id: attic } = await anna.addVirtualBoard({ name: 'Attic' });
	await anna.call('POST', `/pending/${attic}/virtual-board`);
	await view.until(() => view.relay(attic, 1)?.reported === false);
	await newToken(anna, switching([[gate, 1]]), { name: 'Phone' });
	await newToken(
		ben,
		switching([
			[gate, 1],
			[attic, 1],
		]),
		{ name: 'Shelf' },
	);
	await newToken(ben, { kind: 'everything' }, { name: 'Script' });
	for (let n = 0; n < 6; n++) await newToken(ben, switching([[attic, 2]]), { name: `Button ${n}` });
	const of = (id: string) => anna.call<TokensOfDevice>('GET', `/devices/${id}/api-tokens`);
	expect(await of(gate)).toEqual({
		tokens: [
			{ name: 'Phone', person: 'anna', isLast: true },
			{ name: 'Shelf', person: 'ben', isLast: false },
		],
		more: 0,
	});
	expect(await of(attic)).toMatchObject({ tokens: { length: 5 }, more: 2 });
	expect(await of('nowhere')).toEqual({ tokens: [], more: 0 });
});

it('a member moves devices as they like, but not into or out of a room that a guest was given or is offered', async () => {
	const ben = await memberOf(hub);
	const mia = await guestOf(hub, 'mia', [{ kind: 'room', room: 'Kitchen', may: 'switch' }]);
	const yard = { kind: 'room', room: 'Yard', may: 'see' } as const;
	const { invitation } = await invite(anna, { role: 'guest', ...access([yard]) });
	const move = (by: BrowserSession, room: string | null) => answerOf(by, 'PATCH', `/devices/${gate}`, { room });
	const refused = { status: 403, fault: 'room-of-guests' };
	expect(await move(ben, 'Cellar')).toEqual({ status: 200 });
	expect(await move(ben, 'Kitchen')).toEqual(refused);
	expect(await move(ben, 'Yard')).toEqual(refused);
	const rename = (to: string) => answerOf(ben, 'POST', '/rooms/rename', { from: 'Cellar', to });
	expect(await rename('Kitchen')).toEqual(refused);
	const open = await mia.open();
	expect(open.devices.size).toBe(0);
	expect(await move(anna, 'Kitchen')).toEqual({ status: 200 });
	await open.until(() => open.devices.has(gate));
	open.close();
	expect(await move(ben, null)).toEqual(refused);
	expect((await answerOf(ben, 'PATCH', `/devices/${gate}`, { name: 'Gate 2', room: 'Kitchen' })).status).toBe(200);
	await anna.call('DELETE', `/invitations/${invitation.id}`);
	await anna.call('PATCH', `/devices/${gate}`, { room: 'Cellar' });
	expect(await move(ben, 'Yard')).toEqual({ status: 200 });
});

it('no API token decides what guests reach, not an owner’s either: that would stay when the token was ended', async () => {
	const yard = { kind: 'room', room: 'Yard', may: 'switch' } as const;
	const mia = await guestOf(hub, 'mia', [yard]);
	const { secret } = await newToken(anna, EVERYTHING);
	const by = (request: string, body: object) => answeredBy(hub.origin, secret, request, body);
	expect(await by(`PATCH /devices/${gate}`, { room: 'Cellar' })).toEqual([200]);
	expect(await by(`PATCH /devices/${gate}`, { room: 'Yard' })).toEqual([403, 'room-of-guests']);
	expect(await by('POST /rooms/rename', { from: 'Cellar', to: 'Yard' })).toEqual([403, 'room-of-guests']);
	expect((await mia.call<{ devices: unknown[] }>('GET', '/devices')).devices).toEqual([]);
	await anna.call('PATCH', `/devices/${gate}`, { room: 'Yard' });
	expect((await mia.call<{ devices: unknown[] }>('GET', '/devices')).devices).toHaveLength(1);
	expect(await by(`PATCH /devices/${gate}`, { room: 'Cellar' })).toEqual([403, 'room-of-guests']);
});
