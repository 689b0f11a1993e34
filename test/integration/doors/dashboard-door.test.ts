import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../protocol/dashboard/errors.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import { ManualClock } from '../../../hub/base/manual-clock.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { PAGE, SCRIPT, browser, hub, isAlive, setUp, tearDown } from '../../harness/doors/dashboard-door-fixture.ts';
import { ROUTES } from '../../harness/doors/permission-table.ts';
import { TestHub } from '../../harness/hub.ts';
import { memberOf } from '../../harness/people/member.ts';

beforeEach(setUp);
afterEach(tearDown);

interface Description {
	paths: Record<string, Record<string, { security: object[] }>>;
}

/** Every operation of openapi.json, with made-up parameters. */
async function operations(): Promise<{ method: string; path: string; isPublic: boolean }[]> {
	const { paths } = await browser.call<Description>('GET', '/openapi.json');
	return Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, { security }]) => ({
			method: method.toUpperCase(),
			path: path.slice(API.length).replace(/\{\w+\}/g, '1'),
			isPublic: security.length === 0,
		})),
	);
}

describe('who may do what', () => {
	it('without a cookie, or with one of nobody, every route but the public ones says 401', async () => {
		const all = await operations();
		const closed = all.filter(({ isPublic }) => !isPublic);
		const open = all.filter(({ isPublic }) => isPublic).map(({ method, path }) => `${method} ${path}`);
		const allowed = Object.keys(ROUTES).filter((of) => ROUTES[of] === 'public');
		expect(open.sort()).toEqual(allowed.sort());
		expect(closed.length).toBeGreaterThan(10);
		for (const cookie of ['', 'mooring_session=nobody', `mooring_session=${'A'.repeat(43)}`])
			for (const { method, path } of closed) {
				const stranger = hub.browser();
				stranger.cookie = cookie;
				const answer = await stranger.request(method, path, method === 'GET' ? undefined : {});
				expect([method, path, answer.status]).toEqual([method, path, 401]);
				expect(ApiError.parse(await answer.json()).code).toBe('not-signed-in');
			}
	});

	it('a member is refused what is the owner’s, and nothing happens', async () => {
		const ben = await memberOf(hub);
		const pending = await browser.addVirtualBoard();
		for (const [method, path] of [
			['DELETE', '/devices/1'],
			['DELETE', `/pending/${pending.id}`],
			['POST', `/pending/${pending.id}/renew`],
			['GET', `/pending/${pending.id}/config`],
			['POST', `/pending/${pending.id}/virtual-board`],
			['POST', '/awaiting/1/claim'],
			['POST', '/awaiting/1/reject'],
		] as const) {
			const answer = await ben.request(method, path, method === 'GET' ? undefined : {});
			expect([method, path, answer.status]).toEqual([method, path, 403]);
			expect(ApiError.parse(await answer.json()).code).toBe('not-allowed');
		}
		const view = await browser.open();
		expect(view.pending.get(pending.id)).toMatchObject({ state: 'ready', expiresAt: pending.expiresAt });
		view.close();
		expect((await ben.request('GET', '/devices')).status).toBe(200);
		const own = await ben.addVirtualBoard({ name: 'Shed' });
		expect((await ben.request('DELETE', `/pending/${own.id}`)).status).toBe(204);
	});
});

describe('the pages', () => {
	it('the policy allows the page’s own inline script by its hash, and nothing inline besides', async () => {
		const answer = await fetch(hub.origin);
		const policy = answer.headers.get('content-security-policy')!;
		const hash = createHash('sha256').update(SCRIPT).digest('base64');
		expect(/script-src ([^;]*)/.exec(policy)![1]).toBe(`'self' 'sha256-${hash}'`);
		expect(policy).not.toMatch(/unsafe/);
		expect(await answer.text()).toBe(PAGE);
	});

	it('are compressed, not sent twice, and found under every place of the dashboard', async () => {
		const first = await fetch(`${hub.origin}/devices/1`, { headers: { 'accept-encoding': 'br' } });
		expect(first.headers.get('content-encoding')).toBe('br');
		expect(await first.text()).toBe(PAGE);
		const headers = { 'accept-encoding': 'br', 'if-none-match': first.headers.get('etag')! };
		expect((await fetch(`${hub.origin}/`, { headers })).status).toBe(304);
	});

	it('what the API does not know is answered by the API', async () => {
		for (const path of ['/nothing', '/devices/1/nothing', '/']) {
			const answer = await fetch(`${hub.origin}${API}${path}`);
			expect(answer.status, path).toBe(404);
			expect(ApiError.parse(await answer.json()).code).toBe('not-found');
		}
	});
});

it('nothing that is sent as a new device makes the hub fail', async () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 80 }),
		fc.constantFrom('Pump', 'virtual', 'd1-mini', ''),
	);
	const number = fc.oneof(fc.integer({ min: -1, max: 50 }), fc.double());
	const plan = fc.record(
		{
			name: text,
			board: fc.constantFrom('virtual', 'd1-mini', 'esp32-devkit', '__proto__', 'constructor', ''),
			relays: fc.array(fc.record({ id: number, name: text, gpio: number, activeLow: fc.boolean() }), { maxLength: 10 }),
			sensors: fc.array(fc.record({ id: number, type: fc.constantFrom('virtual', 'dht22', 'x'), gpio: number })),
			wifi: fc.record({ ssid: text, password: text }),
		},
		{ requiredKeys: [] },
	);
	await fc.assert(
		fc.asyncProperty(fc.oneof(plan, fc.jsonValue()), async (body) => {
			const answer = await browser.request('POST', '/pending', body ?? null);
			expect([200, 201, 400, 409]).toContain(answer.status);
			if (!answer.ok) expect(ApiError.parse(await answer.json()).message).toMatch(/\w/);
			else await answer.arrayBuffer();
		}),
		{
			numRuns: 100,
			examples: [[{ name: 'Plain', board: 'virtual', relays: [], sensors: [] }]],
		},
	);
	await isAlive();
}, 60_000);

it('a ban for guessing is over after its time, by the monotonic clock alone', async () => {
	const clock = new ManualClock();
	const guarded = await new TestHub({ clock }).start();
	try {
		const anna = await guarded.owner();
		const guess = () => guarded.browser().request('POST', '/session', { name: 'anna', password: 'a wrong one' });
		for (let n = 0; n < 20; n++) expect((await guess()).status).toBe(401);
		const banned = await guess();
		expect([banned.status, banned.headers.get('retry-after')]).toEqual([429, '900']);
		expect((await anna.request('GET', '/session')).status).toBe(200);
		clock.stepWall(900_000);
		expect((await guess()).status).toBe(429);
		clock.advance(900_000);
		await guarded.browser().call('POST', '/session', { name: 'anna', password: PASSWORD });
	} finally {
		await guarded.remove();
	}
});

it('of twenty set-ups at once exactly one succeeds', async () => {
	const fresh = await new TestHub().start();
	try {
		const code = fresh.setUpCode;
		const tries = Array.from({ length: 20 }, (_, n) => fresh.browser().setUp(code, `user${n}`));
		const done = await Promise.allSettled(tries);
		expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect((await fresh.browser().call<{ needsSetUp: boolean }>('GET', '/hub')).needsSetUp).toBe(false);
	} finally {
		await fresh.remove();
	}
});
