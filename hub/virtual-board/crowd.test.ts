import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Crowd } from './crowd.ts';

type Answer = [status: number, body?: unknown, headers?: Record<string, string>];

/** A hub's REST API, as far as a load needs it. */
let server: Server;
let asked: string[];
let cookies: Set<string | undefined>;
/** pending devices and devices by id */
let pending: Set<string>;
let devices: Set<string>;
/** refuses the making of pending devices from this one on */
let most: number;

beforeEach(async () => {
	asked = [];
	cookies = new Set();
	pending = new Set();
	devices = new Set();
	most = Infinity;
	server = createServer((request, response) => {
		void answer(request).then(([status, body, headers]) => {
			response.writeHead(status, { 'content-type': 'application/json', ...headers });
			response.end(body instanceof Uint8Array ? body : body === undefined ? '' : JSON.stringify(body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
	server.closeAllConnections();
	server.close();
});

const hub = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;

async function answer(request: IncomingMessage): Promise<Answer> {
	const line = `${request.method} ${request.url?.replace('/api/v1', '')}`;
	asked.push(line);
	if (request.headers.origin !== `http://${hub()}`) return [403, { code: 'not-allowed', message: 'No origin.' }];
	if (line === 'POST /session') {
		const { name, password } = (await json(request)) as { name: string; password: string };
		if (password !== 'right') return [401, { code: 'wrong-credentials', message: 'Wrong name or password.' }];
		if (name === 'careful') return [200, { handle: 'h', forMs: 1 }];
		return [200, { id: 'u' }, { 'set-cookie': 'mooring_session=s3; HttpOnly; Path=/' }];
	}
	cookies.add(request.headers.cookie);
	if (line === 'POST /pending') {
		if (pending.size >= most) return [409, { code: 'conflict', message: 'Too many wait already.' }];
		const id = `p${pending.size}`;
		pending.add(id);
		return [201, { id }];
	}
	if (line === 'GET /devices') return [200, { devices: [...devices].map((id) => ({ id })) }];
	const [, method, kind, id] = /^(\w+) \/(\w+)\/(\w+)/.exec(line)!;
	if (method === 'GET') return [200, Buffer.from(`config of ${id}`)];
	return [(kind === 'devices' ? devices : pending).delete(id!) ? 204 : 404];
}

async function signedIn(): Promise<Crowd> {
	const crowd = await Crowd.signIn({ hub: hub(), user: 'ann', password: 'right' });
	if (!crowd.ok) throw new Error(crowd.error.message);
	return crowd.value;
}

describe('Crowd', () => {
	it('makes as many boards as were asked for and hands out each one’s config file, once', async () => {
		const files = new Map<number, string>();
		const made = await (await signedIn()).make(20, (file, index) => files.set(index, Buffer.from(file).toString()));
		expect(made.ok).toBe(true);
		expect([...files.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
		expect(new Set(files.values()).size).toBe(20);
		expect([...cookies]).toEqual(['mooring_session=s3']);
	});

	it('deletes devices and pending devices, and ignores those that are gone already', async () => {
		const crowd = await signedIn();
		await crowd.make(3, () => undefined);
		pending.delete('p0');
		devices.add('p0'); // claimed
		pending.delete('p1'); // somebody else deleted it
		devices.add('other'); // not of this load
		expect((await crowd.remove()).ok).toBe(true);
		expect(pending.size).toBe(0);
		expect([...devices]).toEqual(['other']);
	});

	it('passes on why the hub refuses, and makes no more', async () => {
		most = 2;
		const made = await (await signedIn()).make(500, () => undefined);
		expect(made).toEqual({ ok: false, error: { kind: 'hub', message: 'Too many wait already.' } });
		expect(asked.filter((line) => line === 'POST /pending').length).toBeLessThan(20);
	});

	it('fails if the password is wrong', async () => {
		const crowd = await Crowd.signIn({ hub: hub(), user: 'ann', password: 'wrong' });
		expect(crowd).toMatchObject({ ok: false, error: { message: 'Wrong name or password.' } });
	});

	it('fails for somebody who has a second factor', async () => {
		const crowd = await Crowd.signIn({ hub: hub(), user: 'careful', password: 'right' });
		expect(crowd).toMatchObject({ ok: false, error: { message: expect.stringContaining('has a second factor') } });
	});

	it('fails if no hub answers', async () => {
		const address = hub();
		await new Promise((resolve) => server.close(resolve));
		const crowd = await Crowd.signIn({ hub: address, user: 'ann', password: 'right' });
		expect(crowd).toMatchObject({ ok: false, error: { message: `The hub at http://${address} does not answer.` } });
	});
});
