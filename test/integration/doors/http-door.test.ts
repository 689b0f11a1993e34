import { type Socket, connect } from 'node:net';
import fc from 'fast-check';
import { pino } from 'pino';
import type * as UWebSockets from 'uWebSockets.js';
import { uWS } from '../../../hub/doors/server/web-server.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubInfo, SetUp, SignIn } from '../../../protocol/dashboard/accounts.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import { User } from '../../../hub/accounts/entities.ts';
import { SignInLimit } from '../../../hub/accounts/limits/sign-in-limit.ts';
import { ok } from '../../../hub/base/result.ts';
import { accountRoutes } from '../../../hub/doors/routes/account.ts';
import { type ApiDoor, openApiDoor } from '../../../hub/doors/server/api-door.ts';
import { openApi } from '../../../hub/doors/server/openapi.ts';
import { MAX_BODY_BYTES, MAX_DROPPED_BYTES, MAX_HELD_BYTES } from '../../../hub/doors/server/bodies/read-body.ts';
import { type Route, route } from '../../../hub/doors/server/route.ts';
import { securityHeaders } from '../../../hub/doors/server/security-headers.ts';
import { StaticFiles } from '../../../hub/doors/server/bodies/static-files.ts';
import { whoIs } from '../../../hub/doors/server/who-is.ts';
import { type TestAccounts, testAccounts } from '../../harness/accounts.ts';
import { RawHttp, head } from '../../harness/network/raw-http.ts';

const PASSWORD = 'correct horse battery staple';
const PUBLIC = 'https://hub.example';
const PROXY = '127.0.0.1';

let accounts: TestAccounts;
let app: UWebSockets.TemplatedApp;
let port: number;
let origin: string;
let code: string;
let logged: string;
let routes: Route[];
let ended: string[];
let door: ApiDoor;
let slow: { asked: () => void; answer: Promise<void> };

beforeEach(async () => {
	accounts = await testAccounts();
	code = accounts.setupCode.offer();
	logged = '';
	ended = [];
	let needsSetUp = true;
	const headers = securityHeaders(['inline()']);
	routes = [
		...accountRoutes({
			accounts,
			tries: new SignInLimit(accounts.clock),
			hub: () => ({ name: 'Mooring', version: '1', needsSetUp }),
			setUpDone: async () => void (needsSetUp = false),
			signed: () => undefined,
			sessionEnded: (id) => void ended.push(id),
		}),
		route({
			method: 'GET',
			path: '/openapi.json',
			summary: 'This description',
			access: 'public',
			answer: { status: 200 },
			handle: async () => ok({ status: 200, json: openApi(routes, '1') }),
		}),
		route({
			method: 'DELETE',
			path: '/devices/:id',
			summary: 'An act of the owner alone',
			access: 'devices.delete',
			answer: { status: 200 },
			handle: async ({ params }) => ok({ status: 200, json: params }),
		}),
		route({
			method: 'GET',
			path: '/broken',
			summary: 'A handler that throws',
			access: 'public',
			answer: { status: 204 },
			handle: () => Promise.reject(new Error('a bug')),
		}),
		route({
			method: 'GET',
			path: '/slow',
			summary: 'A handler that takes its time',
			access: 'public',
			answer: { status: 204 },
			async handle() {
				slow.asked();
				await slow.answer;
				return ok({ status: 204 });
			},
		}),
	];
	app = uWS.App();
	door = openApiDoor(app, routes, {
		log: pino({ level: 'trace' }, { write: (line: string) => void (logged += line) }),
		headers,
		whoIs: (cookie) => whoIs(accounts, cookie),
		publicUrl: PUBLIC,
		trustedProxies: [PROXY],
	});
	new StaticFiles('/nowhere').serve(app, headers);
	app.listen(
		'127.0.0.1',
		0,
		(socket) => void (port = uWS.us_socket_local_port(socket as UWebSockets.us_listen_socket)),
	);
	origin = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
	app.close();
	await accounts.remove();
});

/** The test's own address is the proxy's, so that `x-forwarded-for` plays visitors from anywhere. */
function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
	return fetch(`${origin}${API}${path}`, {
		method,
		headers: { origin, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
}

const setUp = (name = 'Anna') => call('POST', '/setup', { code, name, password: PASSWORD });
const signIn = (password = PASSWORD, headers: Record<string, string> = {}) =>
	call('POST', '/session', { name: 'anna', password }, headers);
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]!.split(';')[0]!;
const errorOf = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as object) });

/** Sends bytes as they are; everything that came until the hub closed the line or answered. */
function raw(...parts: (string | Buffer)[]): Promise<string> {
	return new Promise((resolve) => {
		let got = '';
		const socket: Socket = connect(port, '127.0.0.1', () => parts.forEach((part) => socket.write(part)));
		socket.on('data', (data) => {
			got += data.toString();
			if (got.includes('\r\n\r\n')) socket.end();
		});
		socket.on('error', () => socket.destroy());
		socket.on('close', () => resolve(got));
	});
}

/** Asks again until the answer is the one that is waited for; the test's own time limit ends it. */
async function until(ask: () => Promise<Response>, isIt: (answer: Response) => boolean): Promise<Response> {
	for (;;) {
		const answer = await ask();
		if (isIt(answer)) return answer;
		await answer.arrayBuffer();
		accounts.clock.advance(600_000); // so that it is not the rate limit that answers
	}
}

it('is idle when every request that has come is answered', async () => {
	await door.idle();
	let answer = (): void => undefined;
	const order: string[] = [];
	const asked = new Promise<void>((resolve) => {
		slow = { asked: resolve, answer: new Promise((end) => (answer = end)) };
	});
	const answered = call('GET', '/slow').then(({ status }) => status);
	await asked;
	const idle = door.idle().then(() => order.push('idle'));
	// Something else is asked and answered meanwhile.
	await call('GET', '/openapi.json').then(() => order.push('another'));
	answer();
	await idle;
	expect(order).toEqual(['another', 'idle']);
	expect(await answered).toBe(204);
});

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

describe('bad input', () => {
	it.each([
		['not JSON', '{"name":', {}, 400, undefined],
		['nothing', '', {}, 400, undefined],
		['null', 'null', {}, 400, undefined],
		['a missing field', '{"name":"anna"}', {}, 400, 'password'],
		['a wrong type', '{"name":1,"password":"x"}', {}, 400, 'name'],
		['the character U+0000', JSON.stringify({ name: 'a\0b', password: 'x' }), {}, 400, undefined],
		['a form', 'name=anna', { 'content-type': 'application/x-www-form-urlencoded' }, 415, undefined],
		['another JSON', '{}', { 'content-type': 'application/json-patch+json' }, 415, undefined],
		['too much', JSON.stringify({ name: 'x'.repeat(MAX_BODY_BYTES), password: 'x' }), {}, 413, undefined],
	])('%s is refused in words', async (_, body, headers, status, field) => {
		const answer = await errorOf(await call('POST', '/session', body, headers as Record<string, string>));
		expect(answer).toMatchObject({ status, code: 'bad-request', message: expect.stringMatching(/\w/) });
		expect((answer as { field?: string }).field).toBe(field);
	});

	it('a body far too large is cut off, not read to its end', async () => {
		const body = Buffer.alloc(MAX_DROPPED_BYTES + 1, 'x');
		const head = `POST ${API}/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
		expect(await raw(head, body)).toBe(''); // read to its end, it would be answered 413
		expect((await call('GET', '/hub')).status).toBe(200);
	});

	it('a line cut in the middle of a body harms nobody', async () => {
		for (let n = 0; n < 20; n++) {
			const socket = connect(port, '127.0.0.1');
			const head = `POST ${API}/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`;
			await new Promise<void>((resolve) => socket.write(head, () => resolve()));
			socket.destroy();
		}
		expect((await call('GET', '/hub')).status).toBe(200);
	});

	it('requests that were cut in the middle of their body hold up no stop, and do nothing', async () => {
		await setUp();
		const headers = { 'Content-Type': 'application/json', 'Content-Length': '1000' };
		for (let n = 0; n < 50; n++) {
			const line = await new RawHttp(origin).send(`${head('POST', `${API}/session`, headers)}{"name":`);
			line.cut();
			await line.closed;
		}
		expect((await call('GET', '/hub')).status).toBe(200);
		await door.idle(); // never, where one of them is still waited for
		expect(logged).toBe('');
	});

	it('bodies that come slowly hold no more memory together than they may, and the next one is asked to wait', async () => {
		const bytes = MAX_BODY_BYTES - 1;
		const headers = { 'Content-Type': 'application/json', 'Content-Length': String(MAX_BODY_BYTES) };
		const request = head('DELETE', `${API}/session`, headers) + 'x'.repeat(bytes);
		const count = Math.ceil(MAX_HELD_BYTES / bytes);
		const slow = await Promise.all(Array.from({ length: count }, () => new RawHttp(origin).send(request)));
		const ask = () => call('POST', '/session', ' '.repeat(1_000) + JSON.stringify({ name: 'anna', password: 'wrong' }));
		const busy = await errorOf(await until(ask, ({ status }) => status === 429));
		expect(busy).toMatchObject({ status: 429, retryAfterS: 1, message: expect.stringContaining('busy') });
		for (const line of slow) line.cut();
		await until(ask, ({ status }) => status === 401);
	});

	it('an early refusal leaves nothing of a large body on the line', async () => {
		const body = 'x'.repeat(MAX_BODY_BYTES * 2);
		for (let n = 0; n < 3; n++) expect((await call('POST', '/session', body, { origin: 'null' })).status).toBe(403);
	});

	it('no body makes the hub fail', async () => {
		const anything = fc.oneof(
			fc.json(),
			fc.string({ unit: 'binary' }),
			fc.jsonValue().map((value) => JSON.stringify({ name: value, password: value, code: value })),
			fc
				.record({ name: fc.string({ unit: 'binary' }), password: fc.string({ unit: 'binary' }), code: fc.string() })
				.map((value) => JSON.stringify(value)),
		);
		await fc.assert(
			fc.asyncProperty(anything, fc.constantFrom('/session', '/setup'), async (body, path) => {
				accounts.clock.advance(600_000); // so that the rate limit does not keep it from the database
				const answer = await call('POST', path, body);
				expect([400, 401]).toContain(answer.status);
				await answer.arrayBuffer();
			}),
			{ numRuns: 300, examples: [['{"name":"\\u0000","password":"\\u0000","code":""}', '/session']] },
		);
	});
});

describe('answers', () => {
	it('every one has a strict policy, and the API’s are never kept', async () => {
		for (const path of ['/', '/none.js', `${API}/hub`, `${API}/none`, `${API}/session`]) {
			const { headers } = await fetch(origin + path);
			const policy = headers.get('content-security-policy')!;
			expect(policy, path).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='/);
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).not.toContain('unsafe');
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('referrer-policy')).toBe('no-referrer');
			if (path.startsWith(API)) expect(headers.get('cache-control')).toBe('no-store');
		}
	});

	it('a HEAD has no body, whatever it asks for', async () => {
		for (const path of ['/', '/none.js', `${API}/hub`, `${API}/none`]) {
			const answer = await raw(`HEAD ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
			expect(answer, path).toMatch(/^HTTP\/1\.1 (200|404) [^]*content-length: \d+[^]*\r\n\r\n$/i);
		}
	});

	it('openapi.json tells every route and nothing else', async () => {
		const document = (await (await call('GET', '/openapi.json')).json()) as {
			openapi: string;
			paths: Record<string, Record<string, { security: object[]; requestBody?: { content: object } }>>;
		};
		const told = Object.entries(document.paths).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
		);
		const served = routes.map(({ method, path }) => `${method} ${API}${path.replace(/:(\w+)/g, '{$1}')}`);
		expect(told.sort()).toEqual(served.sort());
		expect(document.openapi).toBe('3.1.0');
		const { post, get } = document.paths[`${API}/session`]!;
		expect(post!.security).toEqual([]);
		expect(get!.security).toEqual([{ session: [] }]);
		expect(JSON.stringify(post!.requestBody)).toContain(Object.keys(SignIn.shape)[1]);
		expect(JSON.stringify(document.paths[`${API}/setup`])).toContain(Object.keys(SetUp.shape)[0]);
	});

	it('a bug is answered in words, and told to the log alone', async () => {
		const answer = await errorOf(await call('GET', '/broken'));
		expect(answer).toMatchObject({ status: 500, code: 'internal' });
		expect(JSON.stringify(answer)).not.toContain('a bug');
		expect(logged).toContain('a bug');
	});
});

describe('the log', () => {
	it('has no password, code or token', async () => {
		const token = cookieOf(await setUp()).split('=')[1]!;
		await signIn('hunter2hunter2');
		await call('GET', '/session', undefined, { cookie: `mooring_session=${token}` });
		expect(logged).toContain('somebody was not let in');
		for (const secret of [PASSWORD, 'hunter2', code, code.replace('-', ''), token])
			expect(logged).not.toContain(secret);
	});

	it('of a database that fails has the reason, not the values', async () => {
		const em = accounts.orm.em.fork() as typeof accounts.orm.em;
		await em.getConnection().execute("CREATE TRIGGER full BEFORE INSERT ON user BEGIN SELECT RAISE(ABORT, 'no'); END");
		expect((await setUp()).status).toBe(500);
		expect(logged).toContain('SQLITE_CONSTRAINT: no');
		for (const secret of ['argon2id', 'Anna', 'insert into']) expect(logged).not.toContain(secret);
		await em.getConnection().execute('DROP TRIGGER full');
		expect((await setUp()).status).toBe(200); // the code was not spent
	});
});
