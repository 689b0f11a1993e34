import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { type Socket, io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../protocol/dashboard/errors.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import type { Answer } from '../../../protocol/dashboard/live.ts';
import { ManualClock } from '../../../hub/base/manual-clock.ts';
import { runCommand } from '../../../hub/command-line.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { memberOf } from '../../harness/member.ts';

const SCRIPT = 'go(1 < 2);';
const PAGE = `<!doctype html><title>Mooring</title><script>${SCRIPT}</script>`;

let folder: string;
let hub: TestHub;
let browser: BrowserSession;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-dashboard-'));
	mkdirSync(join(folder, '_app/immutable'), { recursive: true });
	writeFileSync(join(folder, 'index.html'), PAGE);
	writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(PAGE));
	hub = await new TestHub({ dashboard: folder }).start();
	browser = await hub.owner();
});
afterEach(async () => {
	await hub.remove();
	rmSync(folder, { recursive: true });
});

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

async function isAlive(): Promise<void> {
	const answer = await fetch(`${hub.origin}/healthz`);
	expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
	expect(hub.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
}

describe('who may do what', () => {
	it('without a cookie, or with one of nobody, every route but the public ones says 401', async () => {
		const all = await operations();
		const closed = all.filter(({ isPublic }) => !isPublic);
		expect(all.filter(({ isPublic }) => isPublic).map(({ method, path }) => `${method} ${path}`)).toEqual(
			expect.arrayContaining(['GET /hub', 'POST /setup', 'POST /session', 'GET /openapi.json']),
		);
		expect(all.length - closed.length).toBe(4);
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

describe('a live dashboard', () => {
	async function refusal(headers: Record<string, string>): Promise<string> {
		const socket = io(hub.origin, { transports: ['websocket'], extraHeaders: headers, reconnection: false });
		try {
			return await new Promise<string>((resolve) => {
				socket.on('connect', () => resolve('connected'));
				socket.on('connect_error', (error) => resolve(error.message));
			});
		} finally {
			socket.disconnect();
		}
	}

	it('is let in from the hub’s own pages alone, and only with a session', async () => {
		const { cookie } = browser;
		const { origin } = hub;
		expect(await refusal({ cookie, origin })).toBe('connected');
		expect(await refusal({ origin })).toBe('not-signed-in');
		expect(await refusal({ origin, cookie: 'mooring_session=nobody' })).toBe('not-signed-in');
		expect(await refusal({ cookie, origin: 'http://evil.example' })).toBe('websocket error');
		expect(await refusal({ cookie, origin: 'null' })).toBe('websocket error');
		expect(await refusal({ cookie, origin, 'sec-fetch-site': 'cross-site' })).toBe('websocket error');
	});

	it('is told when its session ends, and no other is', async () => {
		const other = hub.browser();
		await other.call('POST', '/session', { name: 'anna', password: PASSWORD });
		const [view, still] = [await browser.open(), await other.open()];
		await browser.call('DELETE', '/session');
		await view.until(() => view.signedOut && !view.following);
		const pending = await other.addVirtualBoard();
		await still.until(() => still.pending.has(pending.id));
		expect(view.pending.size).toBe(0);
		expect(still.signedOut).toBe(false);
		await other.call('POST', '/session', { name: 'anna', password: PASSWORD });
		await still.until(() => still.signedOut);
	});

	it('gets no event before it follows', async () => {
		const { cookie } = browser;
		const socket = io(hub.origin, { transports: ['websocket'], extraHeaders: { cookie, origin: hub.origin } });
		const heard: string[] = [];
		socket.onAny((name: string) => heard.push(name));
		await new Promise<void>((resolve) => socket.on('connect', resolve));
		await browser.addVirtualBoard();
		await socket.emitWithAck('watch', { visible: true });
		expect(heard).toEqual([]);
		socket.disconnect();
	});

	it('is answered in words whatever it sends, and the hub goes on', async () => {
		const view = await browser.open();
		const socket = view.socket as Socket;
		const { id } = await browser.addVirtualBoard();
		const body = fc.oneof(
			fc.jsonValue(),
			fc.record({
				device: fc.constantFrom('1', id, '__proto__', 'x'.repeat(70)),
				relay: fc.integer(),
				on: fc.jsonValue(),
			}),
			fc.record({ epoch: fc.constantFrom(view.epoch, 'x'), seq: fc.double() }),
		);
		await fc.assert(
			fc.asyncProperty(fc.constantFrom('follow', 'watch', 'set-relay'), body, async (name, sent) => {
				const answer = (await socket.emitWithAck(name, sent)) as Answer<unknown>;
				if (answer.ok) return;
				const { code, message } = ApiError.parse(answer.error);
				expect(['bad-request', 'not-found', ...(name === 'follow' ? ['too-many-tries'] : [])]).toContain(code);
				expect(message).toMatch(/\w/);
			}),
			{ numRuns: 300 },
		);
		for (const sent of [undefined, null, [], 7, 'x', {}, { device: 1, relay: 1, on: true }])
			expect(await socket.emitWithAck('set-relay', sent)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
		expect(await socket.emitWithAck('follow', { seq: -1 })).toMatchObject({ ok: false, error: { field: 'seq' } });
		socket.emit('set-relay'); // neither a body nor anybody who waits
		socket.emit('watch', { visible: true }, 'not a function');
		socket.emit('no-such-command', () => undefined);
		expect(await view.watch(true)).toEqual({ ok: true, value: null });
		await isAlive();
		view.close();
	});

	it('is answered when a command has no body, too many, or is none', async () => {
		const view = await browser.open();
		const socket = view.socket as Socket;
		const refused = { ok: false, error: { code: 'bad-request', message: expect.stringMatching(/\w/) } };
		for (const name of ['watch', 'set-relay', 'no-such-command', '__proto__', ''])
			expect(await socket.emitWithAck(name), name).toMatchObject(refused);
		for (const more of [[1], [null, 2], [{}, {}, {}]])
			expect(await socket.emitWithAck('watch', { visible: true }, ...more)).toMatchObject(refused);
		expect(await socket.emitWithAck('follow')).toMatchObject(refused);
		expect(await view.watch(true)).toEqual({ ok: true, value: null });
		await isAlive();
		view.close();
	});

	it('a message with a binary attachment ends its own line alone', async () => {
		const [view, other] = [await browser.open(), await browser.open()];
		view.socket.io.reconnection(false);
		(view.socket as Socket).emit('watch', { visible: Buffer.from('x') });
		await view.until(() => !view.following);
		expect(await other.watch(true)).toEqual({ ok: true, value: null });
		await isAlive();
		other.close();
	});

	it('switches nothing any more once another process has reset the password', async () => {
		const view = await browser.open();
		const command = { device: 'none', relay: 1, on: true };
		const switched = () => (view.socket as Socket).emitWithAck('set-relay', command) as Promise<Answer<null>>;
		expect(await switched()).toMatchObject({ error: { code: 'not-found' } });
		const printed: string[] = [];
		const output = { out: (text: string) => void printed.push(text), err: (text: string) => void printed.push(text) };
		expect(await runCommand(['reset-password', 'anna'], { MOORING_DATA: hub.data }, output), printed.join()).toBe(0);
		expect(await switched()).toMatchObject({ ok: false, error: { code: 'not-signed-in' } });
		await view.until(() => view.signedOut);
	});

	it('is told, without a command of its own, that another process has ended its session', async () => {
		const view = await browser.open();
		await runCommand(
			['reset-password', 'anna'],
			{ MOORING_DATA: hub.data },
			{ out: () => undefined, err: () => undefined },
		);
		await view.until(() => view.signedOut, 10_000);
		const again = hub.browser();
		await expect(again.call('POST', '/session', { name: 'anna', password: PASSWORD })).rejects.toThrow('401');
	});

	it('is told it also where the command of another dashboard made the hub learn of it', async () => {
		const [idle, busy] = [await browser.open(), await browser.open()];
		const output = { out: () => undefined, err: () => undefined };
		expect(await runCommand(['reset-password', 'anna'], { MOORING_DATA: hub.data }, output)).toBe(0);
		expect(await busy.watch(true)).toMatchObject({ ok: false, error: { code: 'not-signed-in' } });
		await idle.until(() => idle.signedOut, 10_000);
	});

	it('a message that is far too large ends its own line alone', async () => {
		const [view, other] = [await browser.open(), await browser.open()];
		view.socket.io.reconnection(false);
		(view.socket as Socket).emit('watch', 'x'.repeat(100_000));
		await view.until(() => !view.following);
		expect(await other.watch(true)).toEqual({ ok: true, value: null });
		await isAlive();
		other.close();
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
