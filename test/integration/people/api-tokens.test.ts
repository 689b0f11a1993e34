import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditPage } from '../../../protocol/dashboard/history.ts';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import {
	EVERYTHING,
	READ,
	answeredBy,
	askBy,
	newToken,
	switching,
	tokenWish,
	tokensOf,
} from '../../harness/people/api-tokens.ts';
import { ask } from '../../harness/ask.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { SEES_KITCHEN, answerOf, join as joinAs, person, signInAs } from '../../harness/people/people.ts';
import { ShiftedClock } from '../../harness/shifted-clock.ts';

const HOUR = 3_600_000;

let hub: TestHub;
let clock: ShiftedClock;
let anna: BrowserSession;

beforeEach(async () => {
	clock = new ShiftedClock();
	hub = await new TestHub({ clock }).start();
	anna = await hub.owner();
});
afterEach(() => hub.remove());

const by = (secret: string, request = 'GET /devices', body?: unknown) => answeredBy(hub.origin, secret, request, body);
const entries = async (what: string) =>
	AuditPage.parse(await anna.call('GET', '/audit')).entries.filter((entry) => entry.what === what);
const ended = [401, 'wrong-api-token'];

describe('an API token', () => {
	it('works until it is ended, is shown once, and what it did is told', async () => {
		const { token, secret } = await newToken(anna, READ, { name: 'Shelf' });
		expect(secret).toMatch(/^mooring_[\w-]{43}$/);
		expect(token).toMatchObject({ name: 'Shelf', scope: READ, expiresAt: null, lastUsedAt: null });
		expect(JSON.stringify(await tokensOf(anna))).not.toContain(secret);
		for (let n = 0; n < 3; n++) expect(await by(secret)).toEqual([200]);
		expect((await tokensOf(anna))[0]!.lastUsedAt).toBeGreaterThan(Date.now() - HOUR);
		await anna.call('DELETE', `/account/tokens/${token.id}`);
		expect(await by(secret)).toEqual(ended);
		expect(await tokensOf(anna)).toEqual([]);
		expect(await answerOf(anna, 'DELETE', `/account/tokens/${token.id}`)).toMatchObject({ status: 404 });
		expect(await entries('api-token-made')).toMatchObject([
			{ person: 'anna', details: { token: 'Shelf', scope: 'read' } },
		]);
		expect(await entries('api-token-used-first')).toMatchObject([
			{ person: 'anna', details: { token: 'Shelf', address: '127.0.0.1' } },
		]);
		expect(await entries('api-tokens-ended')).toMatchObject([
			{ person: 'anna', details: { name: 'anna', tokens: 'Shelf', count: 1 } },
		]);
	});

	it('has its last use written behind, also when the hub stops', async () => {
		const { secret } = await newToken(anna, READ);
		await by(secret);
		clock.set(Date.now() + HOUR);
		await by(secret);
		const [before] = await tokensOf(anna);
		await hub.stop();
		await hub.start();
		expect(await tokensOf(anna)).toEqual([before]);
		expect(before!.lastUsedAt).toBeGreaterThan(Date.now() + HOUR / 2);
		expect(await by(secret)).toEqual([200]);
		expect(await entries('api-token-used-first')).toHaveLength(1);
	});

	it('is refused once its time is over, in other words, and stays in the list', async () => {
		const expiresAt = Date.now() + HOUR;
		const { secret } = await newToken(anna, READ, { expiresAt });
		expect(await by(secret)).toEqual([200]);
		clock.set(expiresAt);
		expect(await by(secret)).toEqual([401, 'api-token-over']);
		expect(await tokensOf(anna)).toMatchObject([{ expiresAt }]);
	});

	it('is taken in one header only: in no address, no cookie and no body', async () => {
		const { secret } = await newToken(anna, EVERYTHING);
		const { cookie } = anna;
		for (const path of [
			`/devices?token=${secret}`,
			`/devices?access_token=${secret}`,
			`/devices?authorization=Bearer ${secret}`,
		])
			expect((await hub.browser().request('GET', path)).status).toBe(401);
		const elsewhere: Record<string, string>[] = [
			{ cookie: `mooring_session=${secret}` },
			{ 'x-device-token': secret },
			{ authorization: secret },
			{ authorization: `Basic ${secret}` },
		];
		for (const headers of elsewhere)
			expect((await ask(hub.origin, { path: '/api/v1/devices', headers })).status).toBe(401);
		expect(
			(await ask(hub.origin, { path: '/api/v1/devices', headers: { authorization: `bearer ${secret}` } })).status,
		).toBe(200);
		// A session's token is none, and a scheme of something else leaves the session in place.
		expect(await by(cookie.split('=')[1]!)).toEqual(ended);
		const proxied = { cookie, authorization: 'Basic cHJveHk6cHJveHk=' };
		expect((await ask(hub.origin, { path: '/api/v1/devices', headers: proxied })).status).toBe(200);
	});

	it('takes the place of the cookie beside it, and needs no Origin', async () => {
		const { secret } = await newToken(anna, READ);
		const { cookie } = anna;
		const change = (token: string, headers: Record<string, string>) =>
			askBy(hub.origin, token, 'PUT /devices/order', { devices: [] }, headers);
		expect((await change(secret, { cookie, origin: hub.origin })).status).toBe(403);
		expect((await change('mooring_wrong', { cookie, origin: hub.origin })).status).toBe(401);
		const all = await newToken(anna, EVERYTHING);
		const beside: Record<string, string>[] = [
			{},
			{ cookie: 'mooring_session=ended' },
			{ origin: 'http://elsewhere.example' },
		];
		for (const headers of beside) expect([401, 403]).not.toContain((await change(all.secret, headers)).status);
	});
});

describe('wrong tokens', () => {
	it('are 401 with words, then 429 to their network; right ones and sign-ins go on', async () => {
		const { secret } = await newToken(anna, READ);
		const wrong = `mooring_${'A'.repeat(43)}`;
		const answer = await askBy(hub.origin, wrong, 'GET /devices');
		expect(answer.status).toBe(401);
		expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
		expect(JSON.parse(answer.text)).toMatchObject({ fault: 'wrong-api-token', message: /API token is not valid/ });
		for (let n = 1; n < 20; n++) expect((await by(n % 2 ? wrong : ''))[0]).toBe(401);
		const banned = await askBy(hub.origin, wrong, 'GET /devices');
		expect([banned.status, Number(banned.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
		expect(await by(secret)).toEqual([200]);
		await signInAs(hub, 'anna');
	});
});

describe('making one', () => {
	const made = (change: object, who = anna) =>
		answerOf(who, 'POST', '/account/tokens', { ...tokenWish(READ), ...change });

	it('takes the password, a name, and an end that is to come within ten years', async () => {
		expect(await made({ current: 'not this one' })).toMatchObject({ status: 400, field: 'current' });
		expect(await made({ name: ' ' })).toMatchObject({ status: 400, field: 'name' });
		for (const expiresAt of [1, Date.now() - 1, Date.now() + 11 * 366 * 24 * HOUR])
			expect(await made({ expiresAt })).toMatchObject({ status: 400, field: 'expiresAt', fault: 'token-end-wrong' });
		expect(await tokensOf(anna)).toEqual([]);
	});

	it('counts wrong passwords as those at sign-in', async () => {
		// Twenty as a known browser, and then twenty as any other.
		for (let n = 0; n < 40; n++) expect((await made({ current: 'wrong' })).status).toBe(400);
		expect(await made({})).toMatchObject({ status: 429, fault: 'too-many-failures' });
		expect(await tokensOf(anna)).toEqual([]);
	});

	it('is for what there is, and what its person may switch', async () => {
		const { id } = await anna.addVirtualBoard();
		await anna.call('POST', `/pending/${id}/virtual-board`);
		const view = await anna.open();
		await view.until(() => view.relay(id, 2)?.reported === false);
		view.close();
		const access = {
			grants: [{ kind: 'relay', device: id, relay: 1, may: 'see' } as const],
			until: null,
			weekly: null,
		};
		const mia = await joinAs(hub, anna, 'mia', { role: 'guest', access });
		const scene = await anna.call<SceneView>('POST', '/scenes', {
			name: 'Night',
			kind: 'scene',
			members: [{ device: id, relay: 1, on: false }],
		});
		for (const [who, scope, fault] of [
			[anna, { kind: 'switch', relays: [], scenes: [] }, 'choose-token-parts'],
			[anna, switching([['nowhere', 1]]), 'no-such-device'],
			[anna, switching([[id, 8]]), 'no-such-relay'],
			[anna, switching([], ['nothing']), 'no-such-scene'],
			[mia, switching([[id, 1]]), 'may-not-switch'],
			[mia, switching([[id, 2]]), 'no-such-relay'],
			[mia, switching([], [scene.id]), 'not-allowed'],
		] as const)
			expect([fault, await made({ scope }, who)]).toEqual([fault, { status: 400, fault, field: 'scope' }]);
		expect(await made({ scope: switching([[id, 1]], [scene.id]) })).toEqual({ status: 201 });
	});

	it('has a limit, which many at once do not pass', async () => {
		const answers = await Promise.all(Array.from({ length: LIMITS.apiTokens + 3 }, () => made({})));
		expect(answers.filter(({ status }) => status === 201)).toHaveLength(LIMITS.apiTokens);
		expect(answers.filter(({ fault }) => fault === 'too-many-api-tokens')).toHaveLength(3);
		expect(await tokensOf(anna)).toHaveLength(LIMITS.apiTokens);
	});

	it('is nobody else’s business: another person neither sees nor ends it', async () => {
		const { token, secret } = await newToken(anna, READ);
		const ben = await joinAs(hub, anna, 'ben', { role: 'member' });
		expect(await tokensOf(ben)).toEqual([]);
		expect(await answerOf(ben, 'DELETE', `/account/tokens/${token.id}`)).toMatchObject({ status: 404 });
		expect(await by(secret)).toEqual([200]);
	});
});

describe('what becomes of a token', () => {
	it('when its person is removed, gets another role, another password, or is signed out by an owner: it ends', async () => {
		const idOf = async (name: string) => (await person(anna, name)).id;
		const ends: Record<string, (id: string, who: BrowserSession) => Promise<unknown>> = {
			removed: (id) => anna.call('POST', `/people/${id}/remove`, { pendingDevices: 'keep', current: PASSWORD }),
			changed: (id) => anna.call('PATCH', `/people/${id}`, { role: 'owner', current: PASSWORD }),
			password: (_, who) =>
				who.call('PUT', '/account/password', { current: PASSWORD, password: 'another horse, another battery' }),
			out: (id) => anna.call('POST', `/people/${id}/end-sessions`),
		};
		for (const [name, end] of Object.entries(ends)) {
			const who = await joinAs(hub, anna, name, { role: 'member' });
			const { secret } = await newToken(who, EVERYTHING);
			expect(await by(secret)).toEqual([200]);
			expect((await person(anna, name)).tokens).toBe(1);
			await end(await idOf(name), who);
			expect([name, ...(await by(secret))]).toEqual([name, ...ended]);
		}
		expect((await entries('api-tokens-ended')).map(({ details }) => details.name)).toEqual([
			'out',
			'password',
			'changed',
			'removed',
		]);
	});

	it('of a guest: it reaches what they reach at that moment', async () => {
		const mia = await joinAs(hub, anna, 'mia', { role: 'guest', access: SEES_KITCHEN });
		const { id } = await anna.addVirtualBoard({ name: 'Stove' });
		await anna.call('POST', `/pending/${id}/virtual-board`);
		const view = await anna.open();
		await view.until(() => view.relay(id, 1)?.reported === false);
		const { secret } = await newToken(mia, EVERYTHING);
		const shown = async () => (await askBy(hub.origin, secret, 'GET /devices')).text.includes('Stove');
		expect(await shown()).toBe(false);
		await anna.call('PATCH', `/devices/${id}`, { room: 'Kitchen' });
		expect(await shown()).toBe(true);
		expect(await by(secret, `PUT /devices/${id}/relays/1`, { on: true })).toEqual([403, 'may-not-switch']);
		const access = { ...SEES_KITCHEN, grants: [{ kind: 'room', room: 'Kitchen', may: 'switch' }] };
		await anna.call('PATCH', `/people/${(await person(anna, 'mia')).id}`, { access });
		expect(await by(secret, `PUT /devices/${id}/relays/1`, { on: true })).toEqual([200]);
		expect((await entries('relay-on'))[0]).toMatchObject({ person: 'mia', details: { byToken: 'Phone' } });
		view.close();
	});

	it('when its relay or device goes: what gets the number later is not switched by it', async () => {
		const { id } = await anna.addVirtualBoard();
		await anna.call('POST', `/pending/${id}/virtual-board`);
		const view = await anna.open();
		await view.until(() => view.relay(id, 2)?.reported === false);
		const { secret, token } = await newToken(
			anna,
			switching([
				[id, 1],
				[id, 2],
			]),
		);
		const { plan, config } = await anna.call<DeviceConfig>('GET', `/devices/${id}/config`);
		const relays = plan.relays.filter((relay) => relay.id !== 2);
		await anna.call('PUT', `/devices/${id}/config`, { ...plan, relays, version: config.version });
		expect((await tokensOf(anna))[0]!.scope).toEqual(switching([[id, 1]]));
		await anna.call('DELETE', `/devices/${id}`);
		expect(await tokensOf(anna)).toMatchObject([{ id: token.id, scope: switching([]) }]);
		expect(await by(secret, `PUT /devices/${id}/relays/1`, { on: true })).toEqual([403, 'api-token-may-not']);
		view.close();
	});
});

it('no token is in the log, in any file of the hub, or in an answer but the one that made it', async () => {
	const { secret, token } = await newToken(anna, READ);
	const wrong = `mooring_${'B'.repeat(43)}`;
	const answers = [await askBy(hub.origin, secret, 'GET /devices'), await askBy(hub.origin, wrong, 'GET /devices')];
	answers.push(await askBy(hub.origin, secret, 'POST /scenes', {}), await askBy(hub.origin, secret, 'GET /nothing'));
	const audit = JSON.stringify(await anna.call('GET', '/audit'));
	await anna.call('DELETE', `/account/tokens/${token.id}`);
	await hub.stop();
	const files = readdirSync(hub.data, { recursive: true, encoding: 'utf8' })
		.map((name) => join(hub.data, name))
		.filter((path) => statSync(path).isFile())
		.map((path) => readFileSync(path, 'latin1'));
	expect(files.length).toBeGreaterThan(3);
	const texts = [JSON.stringify(hub.logged), audit, ...answers.map((answer) => JSON.stringify(answer)), ...files];
	for (const text of texts) for (const one of [secret, wrong]) expect(text.includes(one.slice(10))).toBe(false);
	expect(JSON.stringify(hub.logged)).toContain('somebody was not let in');
});
