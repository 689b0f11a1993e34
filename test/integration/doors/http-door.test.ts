import { type Socket, connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SetUp, SignIn } from '../../../protocol/dashboard/people/accounts.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import { HELD, MAX_BODY_BYTES, MAX_DROPPED_BYTES } from '../../../hub/doors/server/bodies/read-body.ts';
import {
	PASSWORD,
	accounts,
	call,
	closeDoor,
	code,
	cookieOf,
	door,
	errorOf,
	logged,
	openDoor,
	origin,
	port,
	routes,
	setUp,
	signIn,
	slow,
} from '../../harness/doors/http-door-fixture.ts';
import { RawHttp, head } from '../../harness/network/raw-http.ts';

beforeEach(openDoor);
afterEach(closeDoor);

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
		slow.asked = resolve;
		slow.answer = new Promise((end) => (answer = end));
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
		const count = Math.ceil(HELD.signedIn.inAll / bytes);
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
			expect(policy).toContain("worker-src 'self'");
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
