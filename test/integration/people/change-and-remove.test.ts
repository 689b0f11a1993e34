import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import { AuditPage } from '../../../protocol/dashboard/history.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import { PersonView } from '../../../protocol/dashboard/people/people.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { SEES_KITCHEN, answerOf, invite, join, people, person, signInAs } from '../../harness/people/people.ts';

let hub: TestHub;
let anna: BrowserSession;

beforeEach(async () => {
	hub = await new TestHub().start();
	anna = await hub.owner();
});
afterEach(() => hub.remove());

const statusOf = async (browser: BrowserSession) => (await browser.request('GET', '/session')).status;
const patch = (by: BrowserSession, id: string, body: object) =>
	answerOf(by, 'PATCH', `/people/${id}`, { ...body, ...('role' in body && { current: PASSWORD }) });
const remove = (by: BrowserSession, id: string, pendingDevices = 'keep') =>
	answerOf(by, 'POST', `/people/${id}/remove`, { pendingDevices, current: PASSWORD });
const whats = async () =>
	AuditPage.parse(await anna.call('GET', '/audit?kind=people')).entries.map(({ what, person, details }) => ({
		what,
		person,
		details,
	}));

/** A second owner, who signs in again after getting the role. */
async function owner(name: string): Promise<{ id: string; browser: BrowserSession }> {
	await join(hub, anna, name);
	const { id } = await person(anna, name);
	await anna.call('PATCH', `/people/${id}`, { role: 'owner', current: PASSWORD });
	return { id, browser: await signInAs(hub, name) };
}

describe('a change of role', () => {
	it('ends the person’s sessions, and what they may do is that of the new role', async () => {
		const ben = await join(hub, anna, 'ben');
		const view = await ben.open();
		const { id, here } = await person(anna, 'ben');
		expect(here).toBe(true);
		const changed = PersonView.parse(await anna.call('PATCH', `/people/${id}`, { role: 'owner', current: PASSWORD }));
		expect(changed).toMatchObject({ role: 'owner', sessions: 0, here: false, lastUsedAt: null });
		await view.until(() => view.signedOut);
		view.close();
		expect(await statusOf(ben)).toBe(401);
		expect((await (await signInAs(hub, 'ben')).request('GET', '/people')).status).toBe(200);
		expect((await whats())[0]).toEqual({
			what: 'role-changed',
			person: 'anna',
			details: { name: 'ben', role: 'owner', before: 'member' },
		});
	});

	it('to guest needs access, and another role has none', async () => {
		const ben = await join(hub, anna, 'ben');
		const { id } = await person(anna, 'ben');
		const needs = { status: 400, fault: 'guest-needs-access', field: 'access' };
		expect(await patch(anna, id, { role: 'guest' })).toEqual(needs);
		expect(await statusOf(ben)).toBe(200);
		await anna.call('PATCH', `/people/${id}`, { role: 'guest', access: SEES_KITCHEN, current: PASSWORD });
		expect(await person(anna, 'ben')).toMatchObject({ role: 'guest', access: SEES_KITCHEN });
		await anna.call('PATCH', `/people/${id}`, { role: 'member', current: PASSWORD });
		expect(await person(anna, 'ben')).toMatchObject({ role: 'member', access: null });
	});

	it('takes the role from the last owner never, not of two who take it from each other either', async () => {
		const me = await person(anna, 'anna');
		const last = { status: 409, fault: 'last-owner' };
		expect(await patch(anna, me.id, { role: 'member' })).toEqual(last);
		const ben = await owner('ben');
		const answers = await Promise.all([
			patch(anna, ben.id, { role: 'member' }),
			patch(ben.browser, me.id, { role: 'member' }),
		]);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		await hub.stop();
		await hub.start();
		const both = await Promise.all(['anna', 'ben'].map((name) => signInAs(hub, name)));
		const roles = await Promise.all(both.map((one) => one.call<{ role: string }>('GET', '/session')));
		expect(roles.filter(({ role }) => role === 'owner')).toHaveLength(1);
	});

	it('withdraws the open invitations of somebody who is not an owner any more', async () => {
		const ben = await owner('ben');
		const { secret } = await invite(ben.browser, { name: 'Friend' });
		await anna.call('PATCH', `/people/${ben.id}`, { role: 'member', current: PASSWORD });
		expect((await people(anna)).invitations).toEqual([]);
		expect((await answerOf(hub.browser(), 'POST', '/invitations/look', { secret })).status).toBe(404);
		expect((await whats())[0]).toMatchObject({ what: 'invitation-withdrawn', details: { name: 'Friend' } });
	});
});

describe('a change of access', () => {
	it('keeps the guest’s sessions, is told and recorded', async () => {
		const zoe = await join(hub, anna, 'zoe', { role: 'guest', access: SEES_KITCHEN });
		const { id } = await person(anna, 'zoe');
		const until = Date.now() + 3_600_000;
		const access = { ...SEES_KITCHEN, until };
		await anna.call('PATCH', `/people/${id}`, { access });
		expect(await zoe.call('GET', '/session')).toMatchObject({ until });
		expect(await patch(anna, id, { access: { ...access, until: 1 } })).toEqual({
			status: 400,
			fault: 'access-over',
			field: 'access.until',
		});
		await anna.call('PATCH', `/people/${id}`, { access }); // the same again is no change
		expect((await whats()).filter(({ what }) => what === 'access-changed')).toEqual([
			{ what: 'access-changed', person: 'anna', details: { name: 'zoe', until } },
		]);
	});

	it('lets a member update boards of others, if the owner says so', async () => {
		await join(hub, anna, 'ben');
		const { id } = await person(anna, 'ben');
		await anna.call('PATCH', `/people/${id}`, { mayUpdateOthers: true });
		expect((await person(anna, 'ben')).mayUpdateOthers).toBe(true);
		expect((await whats())[0]).toMatchObject({ details: { name: 'ben', mayUpdateOthers: true } });
	});

	it('is the owner’s alone, and of a person who is there', async () => {
		const ben = await join(hub, anna, 'ben');
		const { id } = await person(anna, 'ben');
		expect((await patch(ben, id, { role: 'owner' })).status).toBe(403);
		const nobody = { status: 404, fault: 'no-such-person' };
		expect(await patch(anna, 'nobody', { role: 'member' })).toEqual(nobody);
		expect(await remove(anna, 'nobody')).toEqual(nobody);
		expect(await answerOf(anna, 'POST', '/people/nobody/end-sessions')).toEqual(nobody);
	});
});

it('the owner signs a person out everywhere', async () => {
	const ben = await join(hub, anna, 'ben');
	const again = await signInAs(hub, 'ben');
	const view = await again.open();
	const { id } = await person(anna, 'ben');
	await anna.call('POST', `/people/${id}/end-sessions`);
	await view.until(() => view.signedOut);
	view.close();
	expect([await statusOf(ben), await statusOf(again), await statusOf(anna)]).toEqual([401, 401, 200]);
	expect((await whats())[0]).toEqual({ what: 'sessions-ended', person: 'anna', details: { name: 'ben', count: 2 } });
});

describe('removing a person', () => {
	let ben: BrowserSession;
	let id: string;
	beforeEach(async () => {
		ben = await join(hub, anna, 'ben');
		({ id } = await person(anna, 'ben'));
	});

	/** Ben's virtual board, which the hub plays, claimed and ONLINE. */
	async function device(): Promise<string> {
		const view = await ben.open();
		const pending = await ben.addVirtualBoard({ name: 'Cellar' });
		await ben.call('POST', `/pending/${pending.id}/virtual-board`);
		await view.until(() => view.device('Cellar')?.presence.state === 'online');
		view.close();
		return view.device('Cellar')!.id;
	}

	it('signs them out, and they cannot come back', async () => {
		const view = await ben.open();
		expect(await remove(anna, id)).toEqual({ status: 204 });
		await view.until(() => view.signedOut);
		view.close();
		expect(await statusOf(ben)).toBe(401);
		await hub.stop();
		await hub.start();
		expect((await people(anna)).people).toMatchObject([{ name: 'anna' }]);
		const signIn = await answerOf(hub.browser(), 'POST', '/session', { name: 'ben', password: PASSWORD });
		expect(signIn.status).toBe(401);
		expect((await whats())[0]).toEqual({
			what: 'person-removed',
			person: 'anna',
			details: { name: 'ben', role: 'member' },
		});
	});

	it('makes their devices and pending devices the remover’s, and boards go on', async () => {
		const claimed = await device();
		await ben.addVirtualBoard({ name: 'Attic' });
		expect(await person(anna, 'ben')).toMatchObject({ devices: 1, pending: 1 });
		const view = await anna.open();
		const me = await person(anna, 'anna');
		await remove(anna, id, 'keep');
		await view.until(() => view.devices.get(claimed)?.ownerId === me.id);
		await view.until(() => [...view.pending.values()].some(({ ownerId }) => ownerId === me.id));
		expect(view.devices.get(claimed)!.presence.state).toBe('online');
		view.close();
		await hub.stop();
		await hub.start();
		expect(await person(anna, 'anna')).toMatchObject({ devices: 1, pending: 1 });
		const { pending } = await anna.call<{ pending: PendingView[] }>('GET', '/pending');
		const later = await anna.open();
		const play = `/pending/${pending[0]!.id}/virtual-board`;
		expect(await answerOf(anna, 'POST', play)).toEqual({ status: 410, fault: 'key-expired' }); // ben may have a copy
		await anna.call('POST', `/pending/${pending[0]!.id}/renew`);
		await anna.call('POST', play);
		await later.until(() => later.device('Attic')?.ownerId === me.id);
		later.close();
	});

	it('deletes their pending devices if asked to: keys are dead at once, and virtual boards stop', async () => {
		const claimed = await device();
		const attic = await ben.addVirtualBoard({ name: 'Attic' });
		const file = await ben.configFile(attic.id);
		const mine = await anna.addVirtualBoard({ name: 'Mine' });
		const view = await anna.open();
		await remove(anna, id, 'delete');
		await view.until(() => !view.pending.has(attic.id));
		expect([...view.pending.keys()]).toEqual([mine.id]);
		const { devices } = await anna.call<{ devices: DeviceView[] }>('GET', '/devices');
		expect(devices.map(({ id }) => id)).toEqual([claimed]);
		const lines = hub.logged.length;
		const board = hub.board(file);
		const refused = () => hub.logged.slice(lines).filter((line) => line.msg === 'board refused');
		await expect.poll(refused, { interval: 20, timeout: 8_000 }).not.toEqual([]);
		board.cut();
		view.close();
		await hub.stop();
		await hub.start();
		const { pending } = await anna.call<{ pending: PendingView[] }>('GET', '/pending');
		expect(pending.map(({ id }) => id)).toEqual([mine.id]);
	});

	it('is not possible for oneself, a member, or the last owner', async () => {
		const me = await person(anna, 'anna');
		expect(await remove(anna, me.id)).toEqual({ status: 409, fault: 'not-yourself' });
		expect((await remove(ben, me.id)).status).toBe(403);
		const other = await owner('carla');
		const answers = await Promise.all([remove(anna, other.id), remove(other.browser, me.id)]);
		expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
	});

	it('withdraws the invitations they made', async () => {
		const carla = await owner('carla');
		const { secret } = await invite(carla.browser);
		await remove(anna, carla.id);
		expect((await people(anna)).invitations).toEqual([]);
		expect((await answerOf(hub.browser(), 'POST', '/invitations/look', { secret })).status).toBe(404);
	});
});
