import { readFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InvitationMade, InvitationOffer } from '../../../protocol/dashboard/people/people.ts';
import { AuditPage } from '../../../protocol/dashboard/history.ts';
import { API, LIMITS } from '../../../protocol/dashboard/limits.ts';
import { ask } from '../../harness/ask.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { SEES_KITCHEN, accept, answerOf, invite, join, people, person } from '../../harness/people/people.ts';
import { ShiftedClock } from '../../harness/shifted-clock.ts';

const DAY = 24 * 3_600_000;
const GONE = { status: 404, fault: 'no-such-invitation' };

let hub: TestHub;
let anna: BrowserSession;
let clock: ShiftedClock;

beforeEach(async () => {
	clock = new ShiftedClock();
	hub = await new TestHub({ clock }, { MOORING_TRUSTED_PROXY: '127.0.0.1' }).start();
	anna = await hub.owner();
});
afterEach(() => hub.remove());

const look = (secret: string, browser = hub.browser()) => answerOf(browser, 'POST', '/invitations/look', { secret });
const tryToJoin = (secret: string, name = 'ben', browser = hub.browser(), password = PASSWORD) =>
	answerOf(browser, 'POST', '/invitations/accept', { secret, name, password });

describe('an invitation', () => {
	it('says what it offers to whoever has its secret, and makes them a member who is signed in', async () => {
		const made = InvitationMade.parse(await invite(anna, { name: 'Ben' }));
		expect(Buffer.from(made.secret, 'base64url').length).toBeGreaterThanOrEqual(16);
		const { id, createdAt, expiresAt } = made.invitation;
		expect(expiresAt - createdAt).toBe(DAY);
		const ben = hub.browser();
		const offer = InvitationOffer.parse(await ben.call('POST', '/invitations/look', { secret: made.secret }));
		expect(offer).toEqual({ role: 'member', name: 'Ben', by: 'anna', hub: 'Mooring', until: null, expiresAt });
		expect((await people(anna)).invitations).toMatchObject([{ id, by: 'anna', name: 'Ben' }]);
		await accept(ben, made.secret, 'Benjamin');
		expect(await ben.call('GET', '/session')).toMatchObject({ name: 'Benjamin', role: 'member' });
		expect((await people(anna)).invitations).toEqual([]);
		expect(await person(anna, 'Benjamin')).toMatchObject({ sessions: 1, access: null, devices: 0, pending: 0 });
	});

	it('of a guest carries the access it was given, and its end is known to the guest', async () => {
		const until = clock.now() + DAY;
		const zoe = await join(hub, anna, 'zoe', { role: 'guest', access: { ...SEES_KITCHEN, until } });
		expect(await zoe.call('GET', '/session')).toMatchObject({ role: 'guest', until });
		expect((await person(anna, 'zoe')).access).toEqual({ ...SEES_KITCHEN, until });
		expect((await zoe.request('GET', '/people')).status).toBe(403);
	});

	it('is accepted by exactly one of ten at the same time', async () => {
		const { secret } = await invite(anna);
		const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => tryToJoin(secret, `ben ${n}`)));
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(answers.filter(({ status }) => status !== 200)).toEqual(Array(9).fill(GONE));
		expect((await people(anna)).people).toHaveLength(2);
	});

	it('is worth nothing once it was used, withdrawn or is over, and always says the same', async () => {
		const used = await invite(anna);
		await accept(hub.browser(), used.secret, 'ben');
		const withdrawn = await invite(anna);
		await anna.call('DELETE', `/invitations/${withdrawn.invitation.id}`);
		const over = await invite(anna);
		clock.set(over.invitation.expiresAt);
		for (const secret of [used.secret, withdrawn.secret, over.secret, 'nonsense']) {
			expect(await look(secret)).toEqual(GONE);
			expect(await tryToJoin(secret, 'zoe')).toEqual(GONE);
		}
		expect((await people(anna)).invitations).toEqual([]);
		expect(await answerOf(anna, 'DELETE', `/invitations/${over.invitation.id}`)).toEqual(GONE);
	});

	it('outlives a restart of the hub', async () => {
		const { secret, invitation } = await invite(anna);
		await hub.stop();
		await hub.start();
		expect((await people(anna)).invitations).toEqual([invitation]);
		await accept(hub.browser(), secret, 'ben');
		await hub.stop();
		await hub.start();
		expect(await look(secret)).toEqual(GONE);
		expect((await person(anna, 'ben')).sessions).toBe(1);
	});

	it('is kept as a hash only, and its secret is in no log', async () => {
		const { secret } = await invite(anna);
		await look(secret);
		await accept(hub.browser(), secret, 'ben');
		await hub.stop();
		const stored = readFileSync(pathOf(hub.data, 'mooring.db')).toString('latin1');
		expect(stored).toContain('anna');
		expect(stored).not.toContain(secret);
		expect(JSON.stringify(hub.logged)).not.toContain(secret);
		await hub.start();
	});

	it('stays open when a name is taken or a password is weak, which the fields say', async () => {
		const { secret } = await invite(anna);
		const taken = { status: 400, fault: 'name-taken', field: 'name' };
		expect(await tryToJoin(secret, 'ANNA')).toEqual(taken);
		const weak = { status: 400, fault: 'common-password', field: 'password' };
		expect(await tryToJoin(secret, 'ben', hub.browser(), 'password123')).toEqual(weak);
		const own = { status: 400, fault: 'name-as-password', field: 'password' };
		expect(await tryToJoin(secret, 'Benjamin Button', hub.browser(), 'benjamin button!')).toEqual(own);
		expect((await tryToJoin(secret)).status).toBe(200);
	});

	it('that a signed-in browser accepts ends the session it had', async () => {
		const browser = await join(hub, anna, 'ben');
		const view = await browser.open();
		const { cookie } = browser;
		await accept(browser, (await invite(anna)).secret, 'ben two');
		await view.until(() => view.signedOut);
		view.close();
		expect(await browser.call('GET', '/session')).toMatchObject({ name: 'ben two' });
		browser.cookie = cookie;
		expect((await browser.request('GET', '/session')).status).toBe(401);
	});

	it('is the owner’s alone to make, and needs access that exists and is not over', async () => {
		const ben = await join(hub, anna, 'ben');
		expect(
			(await answerOf(ben, 'POST', '/invitations', { role: 'member', access: null, current: PASSWORD })).status,
		).toBe(403);
		const guest = (access: object | null) => answerOf(anna, 'POST', '/invitations', { role: 'guest', access });
		expect(await guest(null)).toEqual({ status: 400, fault: 'guest-needs-access', field: 'access' });
		expect(await guest({ ...SEES_KITCHEN, until: clock.now() - 1 })).toEqual({
			status: 400,
			fault: 'access-over',
			field: 'access.until',
		});
		const grants = [...SEES_KITCHEN.grants, { kind: 'device', device: 'nowhere', may: 'see' }];
		expect(await guest({ ...SEES_KITCHEN, grants })).toEqual({
			status: 400,
			fault: 'no-such-device',
			field: 'access.grants.1.device',
		});
		const owner = await answerOf(anna, 'POST', '/invitations', { role: 'owner', access: null });
		expect(owner).toMatchObject({ status: 400, field: 'role' });
	});

	it('is in the history with who made it and who came', async () => {
		await join(hub, anna, 'ben');
		const { invitation } = await invite(anna, { name: 'Zoe' });
		await anna.call('DELETE', `/invitations/${invitation.id}`);
		const { entries } = AuditPage.parse(await anna.call('GET', '/audit?kind=people'));
		expect(entries).toMatchObject([
			{ what: 'invitation-withdrawn', person: 'anna', details: { role: 'member', name: 'Zoe' } },
			{ what: 'invited', person: 'anna', details: { role: 'member', name: 'Zoe' } },
			{ what: 'joined', person: 'ben', details: { role: 'member', invitedBy: 'anna', address: '127.0.0.1' } },
			{ what: 'invited', person: 'anna', details: { role: 'member', name: '' } },
		]);
	});
});

it('a hub has at most so many open invitations, and says so', async () => {
	for (let n = 0; n < LIMITS.invitations; n++) await invite(anna);
	const one = { role: 'member', access: null, current: PASSWORD };
	const full = { status: 409, fault: 'too-many-invitations' };
	expect(await answerOf(anna, 'POST', '/invitations', one)).toEqual(full);
	clock.set(clock.now() + DAY);
	expect((await answerOf(anna, 'POST', '/invitations', one)).status).toBe(201);
});

describe('guesses at secrets', () => {
	const from = (address: string, path: string, body: object) =>
		ask(hub.origin, {
			method: 'POST',
			path: `${API}${path}`,
			headers: { origin: hub.origin, 'x-forwarded-for': address },
			body,
		});
	const guess = (address: string, secret: string) => from(address, '/invitations/look', { secret });

	it('are limited by address, of many at once too, and lock nobody out who signs in or comes from elsewhere', async () => {
		const { secret } = await invite(anna);
		// Of many requests at once some are not heard: their connection is closed.
		const heard = (n: number) =>
			guess('10.0.0.1', `wrong ${n}`).then(
				({ status }) => status,
				() => 429,
			);
		const statuses = await Promise.all(Array.from({ length: 60 }, (_, n) => heard(n)));
		expect(statuses.filter((status) => ![404, 429].includes(status))).toEqual([]);
		expect(statuses).toContain(404);
		expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(20);
		for (let n = 0; n < 20; n++) await guess('10.0.0.1', 'wrong');
		const banned = await guess('10.0.0.1', 'wrong');
		expect(banned.status).toBe(429);
		const { fault, retryAfterS } = JSON.parse(banned.text) as { fault: string; retryAfterS: number };
		expect([fault, retryAfterS > 600 && retryAfterS <= 900]).toEqual(['too-many-failures', true]);
		const join = { secret, name: 'ben', password: PASSWORD };
		expect((await from('10.0.0.1', '/invitations/accept', { ...join, secret: 'wrong' })).status).toBe(429);
		expect((await from('10.0.0.1', '/session', { name: 'anna', password: PASSWORD })).status).toBe(200);
		expect((await guess('10.0.0.2', secret)).status).toBe(200);
		// Nor whoever was invited, though they come from there: a right secret is no guess.
		expect((await guess('10.0.0.1', secret)).status).toBe(200);
		expect((await from('10.0.0.1', '/invitations/accept', join)).status).toBe(200);
	});
});
