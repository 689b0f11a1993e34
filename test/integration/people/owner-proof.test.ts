import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InvitationMade } from '../../../protocol/dashboard/people/people.ts';
import { turnOn } from '../../harness/people/authenticator.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { SEES_KITCHEN, accept, answerOf, invite, join, people, person } from '../../harness/people/people.ts';
import { ShiftedClock } from '../../harness/shifted-clock.ts';

let hub: TestHub;
let clock: ShiftedClock;
let anna: BrowserSession;

beforeEach(async () => {
	clock = new ShiftedClock();
	hub = await new TestHub({ clock }).start();
	anna = await hub.owner();
});
afterEach(() => hub.remove());

const MEMBER = { role: 'member', access: null };
const NEEDED = { status: 400, fault: 'password-needed', field: 'current' };
const WRONG = { status: 400, fault: 'current-password-wrong', field: 'current' };

describe('an owner’s session alone', () => {
	it('invites no member, makes nobody an owner and removes nobody', async () => {
		await join(hub, anna, 'ben');
		const { id } = await person(anna, 'ben');
		for (const [proof, refused] of [
			[{}, NEEDED],
			[{ current: 'wrong' }, WRONG],
		] as const) {
			expect(await answerOf(anna, 'POST', '/invitations', { ...MEMBER, ...proof })).toEqual(refused);
			expect(await answerOf(anna, 'PATCH', `/people/${id}`, { role: 'owner', ...proof })).toEqual(refused);
			const remove = await answerOf(anna, 'POST', `/people/${id}/remove`, { pendingDevices: 'keep', ...proof });
			expect(remove).toMatchObject({ status: 400, field: 'current' });
		}
		expect(await people(anna)).toMatchObject({ people: [{ name: 'anna' }, { role: 'member' }], invitations: [] });
	});

	it('is heard with few guesses at the password, as at a sign-in', async () => {
		const guess = () => answerOf(anna, 'POST', '/invitations', { ...MEMBER, current: 'wrong' });
		let heard = 0;
		for (let n = 0; n < 60; n++) if ((await guess()).status === 400) heard++;
		expect(heard).toBeLessThanOrEqual(40);
		expect((await guess()).status).toBe(429);
	});

	it('is enough for guests, for what members may update, and for what only takes access away', async () => {
		const body = { role: 'guest', access: SEES_KITCHEN };
		const { secret } = await anna.call<InvitationMade>('POST', '/invitations', body);
		await accept(hub.browser(), secret, 'zoe');
		const { id } = await person(anna, 'zoe');
		const access = { ...SEES_KITCHEN, until: clock.now() + 60_000 };
		await anna.call('PATCH', `/people/${id}`, { access });
		expect((await person(anna, 'zoe')).access).toEqual(access);
		await join(hub, anna, 'ben');
		await anna.call('PATCH', `/people/${(await person(anna, 'ben')).id}`, { mayUpdateOthers: true });
		await anna.call('POST', `/people/${id}/end-sessions`);
		const { invitation } = await invite(anna);
		await anna.call('DELETE', `/invitations/${invitation.id}`);
	});
});

it('with a second factor the same acts take a code besides', async () => {
	await join(hub, anna, 'ben');
	const { id } = await person(anna, 'ben');
	const { phone } = await turnOn(anna, clock.now());
	const acts: [method: string, path: string, body: object][] = [
		['POST', '/invitations', MEMBER],
		['PATCH', `/people/${id}`, { role: 'owner' }],
		['POST', `/people/${id}/remove`, { pendingDevices: 'keep' }],
	];
	for (const [method, path, body] of acts) {
		const act = (proof: object) => answerOf(anna, method, path, { ...body, current: PASSWORD, ...proof });
		expect(await act({})).toEqual({ status: 400, fault: 'second-factor-needed', field: 'code' });
		expect(await act({ code: '000000' })).toEqual({ status: 400, fault: 'second-factor-wrong', field: 'code' });
		expect((await act({ code: phone.next(clock) })).status).toBeLessThan(300);
	}
	expect((await people(anna)).people).toMatchObject([{ name: 'anna' }]);
});
