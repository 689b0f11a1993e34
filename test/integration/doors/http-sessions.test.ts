import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubInfo } from '../../../protocol/dashboard/people/accounts.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import { User } from '../../../hub/accounts/entities.ts';
import {
	PASSWORD,
	PUBLIC,
	accounts,
	call,
	closeDoor,
	cookieOf,
	ended,
	errorOf,
	openDoor,
	origin,
	setUp,
	signIn,
} from '../../harness/doors/http-door-fixture.ts';

beforeEach(openDoor);
afterEach(closeDoor);

describe('set-up', () => {
	it('of twenty at once exactly one becomes the owner', async () => {
		const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => setUp(`user ${n}`)));
		const statuses = answers.map(({ status }) => status).sort();
		expect(statuses).toEqual([200, ...Array<number>(19).fill(409)]);
		expect(await accounts.orm.em.fork().count(User, {})).toBe(1);
		expect(HubInfo.parse(await (await call('GET', '/hub')).json()).needsSetUp).toBe(false);
	});

	it('signs the owner in', async () => {
		const cookie = cookieOf(await setUp());
		expect(await (await call('GET', '/session', undefined, { cookie })).json()).toMatchObject({
			name: 'Anna',
			role: 'owner',
		});
	});

	it('a wrong code is counted, and at last banned, even with the right one', async () => {
		const wrong = { code: '2222-2222', name: 'Eve', password: PASSWORD };
		for (let n = 0; n < 20; n++) expect((await call('POST', '/setup', wrong)).status).toBe(401);
		expect((await setUp()).status).toBe(429);
	});
});

describe('sessions', () => {
	it('the cookie is out of reach of scripts, of other sites and, over HTTPS, of the plain line', async () => {
		const plain = (await setUp()).headers.getSetCookie()[0]!;
		expect(plain).toMatch(/^mooring_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
		const byProxy = await signIn(PASSWORD, { 'x-forwarded-proto': 'https' });
		expect(byProxy.headers.getSetCookie()[0]).toMatch(/; Secure$/);
		const byPage = await signIn(PASSWORD, { origin: PUBLIC });
		expect(byPage.headers.getSetCookie()[0]).toMatch(/; Secure$/);
	});

	it('the cookie of before HTTPS does not count over HTTPS, and both names are removed at the sign-out', async () => {
		const plain = cookieOf(await setUp());
		const https = { 'x-forwarded-proto': 'https' };
		expect((await call('GET', '/session', undefined, { cookie: plain })).status).toBe(200);
		// Whoever can answer for this host over plain HTTP could have planted it.
		expect((await call('GET', '/session', undefined, { cookie: plain, ...https })).status).toBe(401);
		const cookies = (await signIn(PASSWORD, { cookie: plain, ...https })).headers.getSetCookie();
		expect(cookies[0]).toMatch(
			/^__Host-mooring_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/,
		);
		expect(cookies[1]).toMatch(/^mooring_session=; .*Max-Age=0/);
		const secure = cookies[0]!.split(';')[0]!;
		const planted = { cookie: `mooring_session=planted; ${secure}`, ...https };
		expect((await call('GET', '/session', undefined, planted)).status).toBe(200);
		const out = await call('DELETE', '/session', undefined, planted);
		expect(out.headers.getSetCookie().filter((cookie) => cookie.includes('Max-Age=0'))).toHaveLength(2);
	});

	it('a sign-in ends the session before it, a sign-out this one, and both are told', async () => {
		const first = cookieOf(await setUp());
		const second = cookieOf(await signIn(PASSWORD, { cookie: first }));
		expect(second).not.toBe(first);
		expect((await call('GET', '/session', undefined, { cookie: first })).status).toBe(401);
		expect(ended).toHaveLength(1);
		const out = await call('DELETE', '/session', undefined, { cookie: second });
		expect(out.status).toBe(204);
		expect(out.headers.getSetCookie()[0]).toMatch(/^mooring_session=; .*Max-Age=0/);
		expect((await call('GET', '/session', undefined, { cookie: second })).status).toBe(401);
		expect(ended).toHaveLength(2);
	});

	it('a wrong password and an unknown name are answered alike, without the cookie', async () => {
		await setUp();
		const wrong = await signIn('wrong');
		const unknown = await call('POST', '/session', { name: 'nobody', password: 'wrong' });
		expect(wrong.headers.getSetCookie()).toEqual([]);
		const sentence = await errorOf(wrong);
		expect(sentence).toMatchObject({ status: 401, code: 'wrong-credentials' });
		expect(await errorOf(unknown)).toEqual(sentence);
	});

	it('a member may not do what is the owner’s, and a stranger nothing', async () => {
		const cookie = cookieOf(await setUp());
		expect(await (await call('DELETE', '/devices/a%2Fb', undefined, { cookie })).json()).toEqual({ id: 'a/b' });
		await accounts.orm.em.fork().nativeUpdate(User, { folded: 'anna' }, { role: 'member' });
		expect(await errorOf(await call('DELETE', '/devices/1', undefined, { cookie }))).toMatchObject({
			status: 403,
			code: 'not-allowed',
		});
		expect((await call('DELETE', '/devices/1')).status).toBe(401);
	});
});

describe('rate limit', () => {
	const from = (address: string) => ({ 'x-forwarded-for': address });

	it('bans an address after twenty wrong passwords, says for how long, and lets it back in', async () => {
		await setUp();
		for (let n = 0; n < 20; n++) expect((await signIn('wrong', from('10.0.0.1'))).status).toBe(401);
		const banned = await signIn(PASSWORD, from('10.0.0.1'));
		expect(banned.headers.get('retry-after')).toBe('900');
		expect(await errorOf(banned)).toMatchObject({ status: 429, code: 'too-many-tries', retryAfterS: 900 });
		expect((await signIn(PASSWORD, from('10.0.0.2'))).status).toBe(200);
		accounts.clock.advance(900_000);
		expect((await signIn(PASSWORD, from('10.0.0.1'))).status).toBe(200);
	});

	it('a hundred guesses sent at once are not a hundred guesses', async () => {
		await setUp();
		const answers = await Promise.all(Array.from({ length: 100 }, () => signIn('wrong', from('10.0.0.1'))));
		expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(20);
		expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
	});

	it('what a visitor writes before the proxy’s own entry changes nothing', async () => {
		await setUp();
		for (let n = 0; n < 20; n++) await signIn('wrong', from(`6.6.6.${n}, 10.0.0.1`));
		expect((await signIn(PASSWORD, from('6.6.6.99, 10.0.0.1'))).status).toBe(429);
	});
});

describe('other web pages', () => {
	it.each([
		[{ origin: 'http://evil.example' }],
		[{ origin: 'null' }],
		[{ 'sec-fetch-site': 'cross-site' }],
		[{ 'sec-fetch-site': 'same-site' }],
	])('%j changes nothing', async (headers) => {
		const cookie = cookieOf(await setUp());
		const answer = await call('DELETE', '/session', undefined, { cookie, ...headers } as Record<string, string>);
		expect(await errorOf(answer)).toMatchObject({ status: 403, code: 'not-allowed' });
		expect((await call('GET', '/session', undefined, { cookie })).status).toBe(200);
	});

	it('a cookie without an Origin changes nothing; a program without a cookie may sign in', async () => {
		const cookie = cookieOf(await setUp());
		const bare = { 'content-type': 'application/json' };
		const url = `${origin}${API}/session`;
		expect((await fetch(url, { method: 'DELETE', headers: { cookie } })).status).toBe(403);
		const body = JSON.stringify({ name: 'anna', password: PASSWORD });
		expect((await fetch(url, { method: 'POST', headers: bare, body })).status).toBe(200);
	});
});
