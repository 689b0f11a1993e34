import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GuestAccess, People } from '../../../protocol/dashboard/people.ts';
import { type BrowserSession, type LiveView, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { guestOf, memberOf } from '../../harness/member.ts';
import { answerOf, invite } from '../../harness/people.ts';

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
