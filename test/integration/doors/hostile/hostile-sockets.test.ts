import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_PIECES } from '../../../../hub/doors/server/bodies/read-body.ts';
import { CLOSE } from '../../../../hub/link/faults.ts';
import { BrowserSession, PASSWORD } from '../../../harness/browser-session.ts';
import { HubProcess } from '../../../harness/hub-process.ts';
import { RawHttp, UPGRADE, head } from '../../../harness/network/raw-http.ts';
import { RawLink } from '../../../harness/boards/raw-link.ts';

/** The real process: only that shows what ends it. */
const hub = new HubProcess();
let pid = 0;

beforeAll(async () => {
	await hub.start();
	pid = hub.pid;
});
afterAll(() => hub.remove());

async function isAlive(): Promise<void> {
	const answer = await fetch(`${hub.origin}/healthz`).catch(() => undefined);
	expect(answer?.status, hub.output).toBe(200);
	expect(hub.pid).toBe(pid);
	expect(hub.output).not.toContain('"level":60');
}

const engine = (query: Record<string, string>) => `/socket.io/?${new URLSearchParams(query).toString()}`;

/** A masked text frame of a client, as "2probe" of an upgrade. */
function textFrame(text: string): Buffer {
	return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
}

/** The sid of a session, where the hub gives one for this transport. */
async function sidBy(transport: 'polling' | 'websocket'): Promise<string> {
	const line = new RawHttp(hub.origin);
	await line.send(head('GET', engine({ EIO: '4', transport }), transport === 'websocket' ? UPGRADE : {}));
	await line.status();
	return /"sid":"([^"]+)"/.exec(line.got)?.[1] ?? `none-by-${transport}`;
}

/** All there are of each list with all of the others. */
function combinations(...lists: (readonly string[])[]): string[][] {
	return lists.reduce<string[][]>((before, list) => before.flatMap((one) => list.map((next) => [...one, next])), [[]]);
}

describe('the running hub', () => {
	it('keeps answering when a WebSocket upgrade names transport=polling', async () => {
		const line = await new RawHttp(hub.origin).send(head('GET', engine({ EIO: '4', transport: 'polling' }), UPGRADE));
		expect(await line.status()).toBe(400);
		await isAlive();
	});

	it('keeps answering whatever transport, sid, EIO, method and abort an upgrade comes with', async () => {
		const sids = ['', 'nobody', await sidBy('polling'), await sidBy('websocket'), '__proto__'];
		const all = combinations(
			['', 'polling', 'websocket', 'webtransport', 'constructor'],
			sids,
			['', '3', '4', 'x'],
			['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'],
			['answered', 'cut at once', 'probed, then cut'],
			['upgrade', 'plain'],
		);
		const AT_ONCE = 50;
		for (let from = 0; from < all.length; from += AT_ONCE) {
			await Promise.all(
				all.slice(from, from + AT_ONCE).map(async ([transport, sid, EIO, method, end, kind]) => {
					const query = { ...(EIO && { EIO }), ...(transport && { transport }), ...(sid && { sid }) };
					const line = new RawHttp(hub.origin);
					await line.send(head(method!, engine(query), kind === 'upgrade' ? UPGRADE : {}));
					if (end !== 'cut at once') await line.status();
					if (end === 'probed, then cut') await line.send(Buffer.concat(['2probe', '5', '40'].map(textFrame)));
					line.cut();
				}),
			);
			await isAlive();
		}
	}, 60_000);
});

it('cuts off a body that comes byte by byte, and takes one that comes in many packets', async () => {
	const post = head('POST', '/api/v1/session', { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' });
	const inPieces = async (count: number) => {
		const line = await new RawHttp(hub.origin).send(`${post}${'1\r\n1\r\n'.repeat(count)}0\r\n\r\n`);
		return line.status();
	};
	expect(await inPieces(MAX_PIECES - 1)).toBe(400);
	expect(await inPieces(MAX_PIECES + 1)).toBe(0);
	await isAlive();
});

it('drops a board that proves no key and pings on and on', async () => {
	const link = await new RawLink(hub.origin).opened();
	for (let n = 0; n < 2_000; n++) link.socket.ping();
	expect((await link.closed).code).toBe(CLOSE.TOO_MUCH);
	await isAlive();
});

/** So many requests at once, each on a line that stays open: how many got which status, and how many lines are still up. */
async function flood(count: number, path: string, headers: Record<string, string>, from: string) {
	const lines = await Promise.all(
		Array.from({ length: count }, () => new RawHttp(hub.origin, { from }).send(head('GET', path, headers))),
	);
	const statuses = await Promise.all(lines.map((line) => line.status()));
	const got = (status: number) => statuses.filter((one) => one === status).length;
	const held = lines.filter(({ socket }, index) => statuses[index] === 101 && !socket.closed).length;
	return { got, held, end: () => Promise.all(lines.map((line) => (line.cut(), line.closed))) };
}

describe('a flood from one address', () => {
	const live = engine({ EIO: '4', transport: 'websocket' });
	const board = { ...UPGRADE, 'Sec-WebSocket-Protocol': 'mooring.v2' };

	it('gets no polling session at all', async () => {
		const { got, end } = await flood(100, engine({ EIO: '4', transport: 'polling' }), {}, '127.0.1.1');
		expect(got(400) + got(0)).toBe(100); // of those that come at once some are not heard
		await end();
	});

	it('gets sixteen live connections without a session, then 429, while others get theirs', async () => {
		const floods = [await flood(200, live, UPGRADE, '127.0.1.2')];
		expect([101, 429, 0].reduce((sum, status) => sum + floods[0]!.got(status), 0)).toBe(200); // of those that come at once some are not heard
		const another = async () => {
			floods.push(await flood(1, live, UPGRADE, '127.0.1.2'));
			return floods.at(-1)!.got(429);
		};
		await expect.poll(another, { timeout: 10_000 }).toBe(1);
		expect(floods.reduce((sum, { held }) => sum + held, 0)).toBe(16);
		const other = await flood(1, live, UPGRADE, '127.0.1.3');
		expect(other.got(101)).toBe(1);
		await Promise.all([...floods, other].map(({ end }) => end()));
		const owner = new BrowserSession(hub.origin);
		await owner.setUp(hub.setUpCode);
		const strangers = await flood(200, live, UPGRADE, '127.0.0.1');
		const view = await owner.open();
		expect(await view.watch(true)).toEqual({ ok: true, value: null });
		view.close();
		await strangers.end();
	});

	it('gets 128 links of boards that have not proven their key, then 503, while others get theirs', async () => {
		const { got, held, end } = await flood(300, '/device', board, '127.0.1.4');
		expect(got(101) + got(503) + got(0)).toBe(300);
		expect(got(503) + got(0)).toBeGreaterThan(0);
		expect(held).toBeLessThanOrEqual(128);
		const other = await flood(1, '/device', board, '127.0.1.5');
		expect(other.got(101)).toBe(1);
		await Promise.all([end(), other.end()]);
	});

	it('and from many more takes no place for unproven boards from others, nor from the hub’s own machine', async () => {
		const floods = [];
		// So many in a second are let in at all.
		for (let held = 0, n = 0; held < 2_048; n++) {
			const one = await flood(124, '/device', board, `127.0.4.${1 + (n % 60)}`);
			floods.push(one);
			held += one.held;
		}
		for (const from of ['127.0.3.1', '127.0.3.2', '127.0.0.1']) {
			const other = await flood(1, '/device', board, from);
			expect(other.got(101), from).toBe(1);
			await other.end();
		}
		await Promise.all(floods.map(({ end }) => end()));
		await isAlive();
	});

	it('gets its share of answers, then 429, while others and who is signed in get theirs', async () => {
		const line = () => new RawHttp(hub.origin, { from: '127.0.1.7' });
		const pipe = await line().send(head('GET', '/').repeat(5_000));
		await pipe.closed; // it asks for the next one while one waits
		expect(pipe.got.match(/HTTP/g)!.length).toBeLessThan(5_000);
		// What it sends counts too: more than it gets back until this test is over.
		const body = 'x'.repeat(1_000_000);
		const post = head('POST', '/api/v1/session', { 'Content-Length': String(body.length) }) + body;
		const afterPosts = async () => {
			await Promise.all(Array.from({ length: 40 }, () => line().send(post)));
			return (await line().send(head('GET', '/api/v1/hub'))).status();
		};
		await expect.poll(afterPosts, { timeout: 10_000, interval: 500 }).toBe(429); // some lines are closed unheard
		const person = new BrowserSession(hub.origin);
		await person.call('POST', '/session', { name: 'anna', password: PASSWORD });
		const letIn = await line().send(head('GET', '/api/v1/session', { Cookie: person.cookie }));
		expect(await letIn.status()).toBe(200);
		const other = await flood(1, '/', {}, '127.0.1.8');
		expect(other.got(200)).toBe(1);
		await Promise.all([other.end(), letIn.cut()]);
	});

	it.each([
		['refused board upgrades', head('GET', '/device', UPGRADE), 128],
		['requests', head('GET', '/healthz'), 32],
	])('that writes a thousand %s in one packet has a few answered, and its line is closed', async (_, request, most) => {
		const line = await new RawHttp(hub.origin, { from: '127.0.1.9' }).send(request.repeat(1_000));
		await line.closed;
		expect(line.got.split('HTTP/1.1 ').length - 1).toBeLessThanOrEqual(most);
		await isAlive();
	});

	it('from a hundred addresses has its pages a few in a turn, in their order, and each line its own', async () => {
		const paths = ['/api/v1/hub', '/api/v1/devices/none/log', '/'];
		const lines = await Promise.all(
			Array.from({ length: 300 }, (_, n) =>
				new RawHttp(hub.origin, { from: `127.0.2.${1 + (n % 100)}` }).send(head('GET', paths[n % 3]!)),
			),
		);
		const statuses = await Promise.all(lines.map((line) => line.status()));
		expect(statuses).toEqual(Array.from({ length: 300 }, (_, n) => [200, 401, 200][n % 3]));
		await Promise.all(lines.map((line) => line.cut()));
		await isAlive();
	});

	it('gets no more than 512 connections in ten seconds, while others get theirs', async () => {
		const { got, end } = await flood(1_200, '/healthz', {}, '127.0.1.6'); // more than two times ten seconds hold
		expect(got(200) + got(0)).toBe(1_200);
		expect(got(0)).toBeGreaterThanOrEqual(1_200 - 2 * 512);
		await isAlive();
		await end();
	});
});

describe('a request with long headers', () => {
	/** A request of exactly so many bytes, by a cookie of another program on the same host. */
	function long(bytes: number): string {
		const bare = head('GET', '/api/v1/hub', { Cookie: '' });
		return head('GET', '/api/v1/hub', { Cookie: 'c'.repeat(bytes - bare.length) });
	}

	it.each([
		['in one piece', Infinity],
		['in pieces of 1,448 bytes', 1_448],
	])('of 15 KB is answered, and one of 17 KB refused with 431, %s', async (_, piece) => {
		const ask = async (bytes: number) => (await new RawHttp(hub.origin, { piece }).send(long(bytes))).status();
		expect([await ask(15 * 1_024), await ask(17 * 1_024)]).toEqual([200, 431]);
	});

	it('is taken cut anywhere behind its first line', async () => {
		const request = head('GET', '/device', { ...UPGRADE, 'Sec-WebSocket-Protocol': 'mooring.v2' });
		const firstLine = request.indexOf('\r\n') + 2;
		const line = await new RawHttp(hub.origin, { piece: firstLine }).send(request.slice(0, firstLine));
		for (const byte of request.slice(firstLine)) await line.send(byte);
		expect(await line.status()).toBe(101);
		line.cut();
	});
});

it('a request whose first line is cut is told apart from one that is too long or makes no sense', async () => {
	const line = await new RawHttp(hub.origin, { piece: 'GET /dev'.length }).send(head('GET', '/device', UPGRADE));
	expect(await line.status()).toBe(505);
	line.cut();
	await isAlive();
});

it.each([
	['two hosts', 'Host: a\r\nHost: b'],
	['two lengths', 'Host: a\r\nContent-Length: 1\r\nContent-Length: 2'],
	['a length and chunks', 'Host: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked'],
	['an encoding that the hub does not know', 'Host: a\r\nTransfer-Encoding: xchunked'],
])('a request with %s, which a proxy may read another way, is refused', async (_, headers) => {
	const line = await new RawHttp(hub.origin).send(`POST /api/v1/session HTTP/1.1\r\n${headers}\r\n\r\n`);
	expect(await line.status()).toBe(400);
	line.cut();
	await isAlive();
});

describe('an empty Origin', () => {
	it.each([
		['a live connection', 'GET', engine({ EIO: '4', transport: 'websocket' }), UPGRADE],
		['a board’s link', 'GET', '/device', { ...UPGRADE, 'Sec-WebSocket-Protocol': 'mooring.v2' }],
		['a change', 'DELETE', '/api/v1/session', {}],
	])('is no Origin of this hub for %s', async (_, method, path, headers) => {
		const line = await new RawHttp(hub.origin).send(head(method, path, { ...headers, Origin: '' }));
		expect(await line.status()).toBe(403);
		line.cut();
	});
});
