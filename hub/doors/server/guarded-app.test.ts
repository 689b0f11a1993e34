import { once } from 'node:events';
import { pino } from 'pino';
import type * as UWebSockets from 'uWebSockets.js';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { uWS } from './web-server.ts';
import { guardApp } from './guarded-app.ts';
import { MAX_HEADERS_BYTES, MAX_QUERY_BYTES } from './limits/header-limit.ts';

let server: UWebSockets.TemplatedApp;
let origin: string;
let logged: string[];
let mayAsk: (url: string) => boolean;

beforeEach(() => {
	logged = [];
	mayAsk = () => true;
	server = uWS.App();
	const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
	const app = guardApp(
		server,
		log,
		{ crowded: false, upgraded: () => undefined },
		{ admit: (_res, req) => mayAsk(req.getUrl()), admitBoard: () => true },
	);
	const bug = () => {
		throw new Error('a bug');
	};
	app
		.get('/throws', bug)
		.get('/rejects', () => Promise.reject(new Error('a bug')))
		.get('/half', (res) => {
			res.writeStatus('200 OK').writeHeader('x-half', '1');
			bug();
		})
		.get('/twice', (res) => {
			res.end('once');
			res.end('twice');
		})
		.get('/silent', () => undefined)
		.get('/fine', (res) => void res.end('fine'))
		.ws('/upgrade', { upgrade: bug })
		.ws('/open', { open: bug })
		.ws('/message', { message: bug })
		.ws('/close', { close: bug });
	server.listen('127.0.0.1', 0, (socket) => {
		origin = `http://127.0.0.1:${uWS.us_socket_local_port(socket as UWebSockets.us_listen_socket)}`;
	});
});
afterEach(() => server.close());

const status = async (path: string) => (await fetch(origin + path)).status;

it.each(['/throws', '/rejects'])('%s is answered 500, and only the log says why', async (path) => {
	const answer = await fetch(origin + path);
	expect([answer.status, await answer.text()]).toEqual([500, 'The hub could not do this. Its log says why.\n']);
	expect(logged).toHaveLength(1);
	expect(logged[0]).toContain('a bug');
	expect(await status('/fine')).toBe(200);
});

it('a handler that fails half-way or answers twice does not affect other requests', async () => {
	await fetch(`${origin}/half`).catch(() => undefined);
	expect(await status('/twice')).toBe(200);
	expect(logged).toHaveLength(2);
	expect(await status('/fine')).toBe(200);
});

it('a handler that never answers does not affect other requests', async () => {
	const cut = new AbortController();
	const waiting = fetch(`${origin}/silent`, { signal: cut.signal }).catch((error: Error) => error.name);
	expect(await status('/fine')).toBe(200);
	cut.abort();
	expect(await waiting).toBe('AbortError');
	expect(await status('/fine')).toBe(200);
});

it.each(['open', 'message'])('a failure in "%s" ends that socket with 1011', async (where) => {
	const socket = new WebSocket(`${origin.replace('http', 'ws')}/${where}`);
	socket.on('open', () => socket.send('x'));
	const [code] = (await once(socket, 'close')) as [number];
	expect(code).toBe(1011);
	expect(await status('/fine')).toBe(200);
});

it('a failure in "upgrade" or "close" affects nothing else', async () => {
	const refused = new WebSocket(`${origin.replace('http', 'ws')}/upgrade`);
	const [error] = (await once(refused, 'error')) as [Error];
	expect(error.message).toContain('500');
	const socket = new WebSocket(`${origin.replace('http', 'ws')}/close`);
	await once(socket, 'open');
	socket.close();
	await once(socket, 'close');
	expect(await status('/fine')).toBe(200);
	expect(logged).toHaveLength(2);
});

it('refuses headers that are too long with 431, also in one packet', async () => {
	const cookie = (bytes: number) => ({ headers: { cookie: 'c'.repeat(bytes) } });
	expect((await fetch(`${origin}/fine`, cookie(MAX_HEADERS_BYTES - 1_000))).status).toBe(200);
	expect((await fetch(`${origin}/fine`, cookie(MAX_HEADERS_BYTES))).status).toBe(431);
});

it('a request that is not admitted reaches no door, and an address that is too long is refused', async () => {
	mayAsk = (url) => url !== '/throws';
	const line = new AbortController();
	const unanswered = fetch(`${origin}/throws`, { signal: line.signal }).catch(() => 'cut');
	expect(await status('/fine')).toBe(200);
	line.abort();
	expect(await unanswered).toBe('cut');
	expect(logged).toEqual([]);
	expect(await status(`/fine?${'a'.repeat(MAX_QUERY_BYTES)}`)).toBe(200);
	expect(await status(`/fine?${'a&'.repeat(MAX_QUERY_BYTES)}`)).toBe(414);
});

it('opens the socket of a late upgrade only once that is through', async () => {
	// What a listener allocates within the upgrade may take the place of memory that uWebSockets.js still reads.
	const doing: string[] = [];
	const uncorked = {
		onAborted: () => uncorked,
		cork: (act: () => void) => (doing.push('cork'), act(), doing.push('uncorked')),
		upgrade: () => behavior.open!(ws),
	} as unknown as UWebSockets.HttpResponse;
	const ws = {} as UWebSockets.WebSocket<unknown>;
	let behavior: UWebSockets.WebSocketBehavior<unknown> = {};
	const plain = { ws: (_path: string, given: typeof behavior) => void (behavior = given) };
	const log = pino({ level: 'silent' });
	const counted = { crowded: false, upgraded: () => void doing.push('counted') };
	guardApp(plain as unknown as UWebSockets.TemplatedApp, log, counted, {
		admit: () => true,
		admitBoard: () => true,
	}).ws('/', {
		upgrade: async (res) => {
			await Promise.resolve();
			res.upgrade({}, '', '', '', {} as UWebSockets.us_socket_context_t);
		},
		open: (opened) => void doing.push(opened === ws ? 'opened' : 'opened another'),
	});
	const request = {
		getUrl: () => '/',
		getHeader: () => '',
		getQuery: () => '',
		getMethod: () => 'get',
		forEach: () => undefined,
	};
	behavior.upgrade!(uncorked, request as unknown as UWebSockets.HttpRequest, {} as UWebSockets.us_socket_context_t);
	await vi.waitFor(() => expect(doing).toEqual(['cork', 'uncorked', 'counted', 'opened']));
});
