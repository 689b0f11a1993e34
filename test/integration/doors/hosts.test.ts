import { networkInterfaces } from 'node:os';
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API } from '../../../protocol/dashboard/limits.ts';
import { SUBPROTOCOL } from '../../../hub/link/faults.ts';
import { type Answer, ask } from '../../harness/ask.ts';
import { TestHub } from '../../harness/hub.ts';
import { RawLink } from '../../harness/boards/raw-link.ts';

const FOREIGN = 'evil.example:8080';
const env = { MOORING_PUBLIC_URL: 'https://hub.example', MOORING_ALLOWED_HOSTS: 'other.example,10.9.9.9' };

let hub: TestHub;

beforeEach(async () => {
	hub = await new TestHub({}, env).start();
});
afterEach(() => hub.remove());

const get = (path: string, host: string): Promise<Answer> => ask(hub.origin, { path, headers: { host } });

/** The status an upgrade is answered with: 101 where it is granted. */
async function upgrade(path: string, host: string, protocol?: string): Promise<number> {
	const socket = new WebSocket(`${hub.origin.replace('http', 'ws')}${path}`, protocol, { headers: { host } });
	socket.on('error', () => undefined); // told by the status
	const refused = once(socket, 'unexpected-response').then((event) => (event[1] as { statusCode: number }).statusCode);
	const status = await Promise.race([refused, once(socket, 'open').then(() => 101)]);
	socket.terminate();
	return status;
}

describe('a page of another name that points at the hub (DNS rebinding)', () => {
	it.each(['/', '/devices/1', '/_app/none.js', '/healthz', '/socket.io/?EIO=4&transport=polling'])(
		'reads nothing of %s, and says what to set where the name is right',
		async (path) => {
			const answer = await get(path, FOREIGN);
			expect(answer.status).toBe(421);
			expect(answer.text).toContain('MOORING_ALLOWED_HOSTS=evil.example');
			expect(answer.headers['content-type']).toMatch(/^text\/plain/);
			expect(answer.headers['x-content-type-options']).toBe('nosniff');
		},
	);

	it('is answered by the API in JSON, and guesses no code', async () => {
		const answer = await get(`${API}/hub`, FOREIGN);
		expect([answer.status, JSON.parse(answer.text)]).toMatchObject([421, { code: 'not-allowed' }]);
		const body = { code: hub.setUpCode, name: 'eve', password: 'a password nobody has' };
		const headers = { host: FOREIGN, origin: `http://${FOREIGN}` };
		const guess = await ask(hub.origin, { method: 'POST', path: `${API}/setup`, headers, body });
		expect(guess.status).toBe(421);
		expect((await get(`${API}/hub`, 'localhost')).text).toContain('"needsSetUp":true');
	});

	it('is answered a HEAD without a body, so that the next answer on the line is its own', async () => {
		const socket = connect(Number(new URL(hub.origin).port), '127.0.0.1');
		socket.write(`HEAD / HTTP/1.1\r\nHost: evil.example\r\n\r\nGET ${API}/hub HTTP/1.1\r\nHost: localhost\r\n\r\n`);
		let got = '';
		for await (const piece of socket.setEncoding('utf8')) {
			got += piece as string;
			if (got.includes('needsSetUp')) break;
		}
		expect(got.split('\r\n\r\n').map((part) => part.split('\r\n')[0])).toMatchObject([
			expect.stringMatching(/^HTTP\/1.1 421 /),
			expect.stringMatching(/^HTTP\/1.1 200 /),
			expect.stringMatching(/^\{.*needsSetUp/),
		]);
	});

	it('opens no live socket', async () => {
		const path = '/socket.io/?EIO=4&transport=websocket';
		expect(await upgrade(path, FOREIGN)).toBe(421);
		expect(await upgrade(path, 'localhost:8080')).toBe(101);
	});
});

describe('the hub answers to', () => {
	it.each(['localhost', 'localhost:1', '127.0.0.1', 'hub.example', 'other.example', '10.9.9.9:8080'])(
		'%s',
		async (host) => {
			expect((await get(`${API}/hub`, host)).status).toBe(200);
		},
	);

	it('every address of its machine, with a port and without', async () => {
		for (const { address, family } of Object.values(networkInterfaces()).flatMap((all) => all ?? [])) {
			const host = family === 'IPv6' ? `[${address}]` : address;
			for (const one of [host, `${host}:8080`]) expect((await get(`${API}/hub`, one)).status, one).toBe(200);
		}
	});
});

it('boards may know the hub by any name, on both of their doors', async () => {
	expect(await upgrade('/device', 'boards-dns-name.example', SUBPROTOCOL)).toBe(101);
	const poll = await get('/api/device/state?token=none', 'boards-dns-name.example');
	expect(poll.status).toBe(404);
	expect(poll.text).toContain('"success":false');
	// No page of a browser gets past these: one wants no Origin, the other a token.
	const page = new RawLink(hub.origin, SUBPROTOCOL, { headers: { host: FOREIGN, origin: `http://${FOREIGN}` } });
	expect(await page.refused()).toBe(403);
});
