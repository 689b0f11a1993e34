import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ManualClock } from '../../../base/manual-clock.ts';
import { uWS } from '../web-server.ts';
import { guardApp } from '../guarded-app.ts';
import { KnownNetworks } from './known-networks.ts';
import { PlainConnections, type PlainLimits } from './plain-connections.ts';

const LIMITS = {
	open: 7,
	crowded: 3,
	reserved: 1,
	few: 2,
	fewOfKnown: 2,
	newPerNetwork: 4,
	newPerSecond: { few: 100, many: 100 },
	kept: 0,
	windowMs: 10_000,
};
const REQUEST = 'GET / HTTP/1.1\r\nHost: hub\r\n\r\n';

let server: ReturnType<typeof uWS.App>;
let port: number;
let clock: ManualClock;
let logged: string[];
let sockets: Socket[];
let connections: PlainConnections;
let known: KnownNetworks;

beforeEach(() => {
	logged = [];
	sockets = [];
	clock = new ManualClock();
	known = new KnownNetworks();
	open(LIMITS);
});
afterEach(() => {
	for (const socket of sockets) socket.destroy();
	connections.stop();
	server.close();
});

function open(limits: PlainLimits): void {
	server = uWS.App();
	const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
	connections = new PlainConnections(server, {
		clock,
		log,
		trustedProxies: ['127.0.0.9', '127.0.8.0/24'],
		known,
		limits,
	});
	guardApp(server, log, connections, { admit: () => true, admitBoard: () => true }).get(
		'/',
		(res) => void res.end('here'),
	);
	server.listen('127.0.0.1', 0, (socket) => {
		port = uWS.us_socket_local_port(socket as Parameters<typeof uWS.us_socket_local_port>[0]);
	});
}

/** Sends a request on a new connection; returns the answer, '' if the connection was closed without one. */
async function ask(from: string, socket = connect({ port, host: '127.0.0.1', localAddress: from })): Promise<string> {
	if (!sockets.includes(socket)) sockets.push(socket.on('error', () => undefined));
	socket.write(REQUEST);
	return Promise.race([
		once(socket, 'data').then(([data]) => (data as Buffer).toString()),
		once(socket, 'close').then(() => ''),
	]);
}

it('closes the new connections of an address that opens too many, for ten seconds', async () => {
	for (let n = 0; n < LIMITS.newPerNetwork; n++) {
		expect(await ask('127.0.0.2')).toContain('here');
		sockets.at(-1)!.destroy();
	}
	for (let n = 0; n < 3; n++) expect(await ask('127.0.0.2')).toBe('');
	expect(await ask('127.0.0.3')).toContain('here');
	expect(logged).toHaveLength(1);
	clock.advance(LIMITS.windowMs);
	expect(await ask('127.0.0.2')).toContain('here');
});

it('does not count proxies that the owner named, nor the hub’s own machine', async () => {
	for (const from of ['127.0.0.9', '127.0.8.7', '127.0.0.1'])
		for (let n = 0; n < LIMITS.newPerNetwork + 2; n++) {
			expect(await ask(from)).toContain('here');
			sockets.at(-1)!.destroy();
		}
});

it('closes each connection after its answer when many are open, and accepts none over the limits', async () => {
	for (let n = 0; n < LIMITS.crowded; n++) {
		const answer = await ask('127.0.0.1');
		expect(answer).toContain('here');
		expect(answer.toLowerCase()).not.toContain('connection: close');
	}
	expect((await ask('127.0.0.1')).toLowerCase()).toContain('connection: close');
	const silent = Array.from({ length: LIMITS.open - LIMITS.reserved - LIMITS.crowded }, () =>
		connect({ port, host: '127.0.0.1' }).on('error', () => undefined),
	);
	sockets.push(...silent);
	await Promise.all(silent.map((socket) => once(socket, 'connect')));
	expect(await ask('127.0.0.1')).toBe('');
	expect(await ask('127.0.0.2')).toContain('here'); // a place is kept for others than the hub's own machine
	const last = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' }).on('error', () => undefined);
	sockets.push(last);
	await once(last, 'connect');
	expect(await ask('127.0.0.3')).toBe('');
	for (const socket of sockets.splice(0)) socket.destroy();
	let answer = '';
	for (let n = 0; answer === '' && n < 100; n++) answer = await ask('127.0.0.1');
	expect(answer).toContain('here');
});

it('addresses that send only half a head leave places for others, for proxies and for the hub’s own machine', async () => {
	connections.stop();
	server.close();
	open({
		...LIMITS,
		open: 60,
		crowded: 40,
		reserved: 10,
		newPerNetwork: 30,
		newPerSecond: { few: 1_000, many: 1_000 },
	});
	for (let n = 0; n < 30; n++)
		for (const host of [2, 3, 4, 5, 6]) {
			const half = connect({ port, host: '127.0.0.1', localAddress: `127.0.0.${host}` }).on('error', () => undefined);
			sockets.push(half);
			await once(half, 'connect');
			half.write('GET / HTTP/1.1\r\nX: ');
		}
	for (const from of ['127.0.0.7', '127.0.0.8', '127.0.0.9', '127.0.0.1']) expect(await ask(from)).toContain('here');
	expect(await ask('127.0.0.2')).toBe('');
	clock.advance(10_000);
	expect(await ask('127.0.0.2')).toBe(''); // what it opened before may be open still
});

it('keeps places for networks that somebody is signed in from, and for the hub’s own machine', async () => {
	connections.stop();
	server.close();
	open({ ...LIMITS, kept: 2 });
	for (let n = 0; n < LIMITS.open; n++) {
		const silent = connect({ port, host: '127.0.0.1', localAddress: `127.0.2.${n + 1}` });
		sockets.push(silent.on('error', () => undefined));
		await once(silent, 'connect');
	}
	await expect.poll(() => ask('127.0.0.3')).toBe('');
	known.add('127.0.0.4');
	expect(await ask('127.0.0.4')).toContain('here');
	expect(await ask('127.0.0.1')).toContain('here');
});

it('lets new connections of unknown networks in as fast as the hub can take them, first from those that opened few', async () => {
	connections.stop();
	server.close();
	open({ ...LIMITS, open: 100, newPerNetwork: 100, newPerSecond: { few: 4, many: 2 } });
	known.add('127.0.0.4');
	const asks = async (from: string) => (await ask(from)).includes('here');
	expect([await asks('127.0.0.2'), await asks('127.0.0.2'), await asks('127.0.0.2')]).toEqual([true, true, true]);
	expect([await asks('127.0.0.2'), await asks('127.0.0.2')]).toEqual([true, false]); // it has opened more than a few
	expect([await asks('127.0.0.3'), await asks('127.0.0.4')]).toEqual([true, true]);
	clock.advance(1_000);
	expect(await asks('127.0.0.2')).toBe(true);
});
