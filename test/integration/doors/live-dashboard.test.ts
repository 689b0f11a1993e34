import fc from 'fast-check';
import { type Socket, io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../protocol/dashboard/errors.ts';
import type { Answer, Live } from '../../../protocol/dashboard/live.ts';
import { runCommand } from '../../../hub/command-line.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { browser, hub, isAlive, setUp, tearDown } from '../../harness/doors/dashboard-door-fixture.ts';

beforeEach(setUp);
afterEach(tearDown);

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

	it('takes what happens in one moment together if it asks for that; one that does not is told each by itself', async () => {
		const { cookie } = browser;
		const told: Record<'old' | 'new', Live[][]> = { old: [], new: [] };
		const sockets = await Promise.all(
			(['old', 'new'] as const).map(async (kind) => {
				const socket = io(hub.origin, { transports: ['websocket'], extraHeaders: { cookie, origin: hub.origin } });
				socket.on('live', (live: Live) => told[kind].push([live]));
				socket.on('lives', (lives: Live[]) => told[kind].push(lives));
				await socket.emitWithAck('follow', kind === 'new' ? { together: true } : {});
				return socket;
			}),
		);
		// A pending device and the line of the audit log about it.
		const { id } = await browser.addVirtualBoard();
		const has = (lives: Live[][]) =>
			lives.flat().some(({ event }) => event.type === 'pending' && event.pending.id === id) &&
			lives.flat().some(({ event }) => event.type === 'audit');
		const same = () => told.old.flat().length === told.new.flat().length; // each has a connection of its own
		await expect.poll(() => has(told.old) && has(told.new) && same()).toBe(true);
		expect(told.new.flat()).toEqual(told.old.flat());
		expect(told.old.every(({ length }) => length === 1)).toBe(true);
		expect(told.new.length).toBeLessThan(told.old.length);
		for (const socket of sockets) socket.disconnect();
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
