import { X509Certificate, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API } from '../../../protocol/dashboard/limits.ts';
import type { HttpsView } from '../../../protocol/dashboard/https.ts';
import type { Stored } from '../../../hub/https/https.ts';
import { ask } from '../../harness/ask.ts';
import { rowsOf, sql } from '../../harness/backup/crafted.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { ANY_HTTPS_PORT, SecureHub } from '../../harness/https.ts';
import { memberOf } from '../../harness/people/member.ts';

let hub: TestHub;
let owner: BrowserSession;

beforeEach(async () => {
	hub = await new TestHub({}, ANY_HTTPS_PORT).start();
	owner = await hub.owner();
});
afterEach(() => hub.remove());

const plain = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
	ask(hub.origin, { path, headers, method });
const PAGE = { accept: 'text/html,*/*' };

describe('the hub’s own authority', () => {
	it('is off at first, and nothing is made', async () => {
		const view = await owner.call<HttpsView>('GET', '/https');
		expect(view).toEqual({ mode: 'off', address: null, help: `${hub.origin}/trust`, authority: null });
		expect((await plain('/trust/mooring.crt')).status).toBe(404);
	});

	it('is made when the owner turns HTTPS on, and vouches for the addresses of the hub', async () => {
		const secure = await SecureHub.turnOn(hub, owner);
		expect(secure.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
		const root = new X509Certificate(secure.ca);
		expect(secure.view.authority).toMatchObject({
			fingerprint: root.fingerprint256,
			name: expect.stringMatching(/^Mooring \(Mooring [\da-f]{8}\)$/),
		});
		const { fingerprint } = secure.view.authority!;
		expect(hub.logged).toContainEqual(expect.objectContaining({ fingerprint }));
		expect((await secure.ask('/healthz')).status).toBe(200);
		expect((await secure.signIn()).status).toBe(200);
		expect(JSON.parse((await secure.call('GET', '/session')).text)).toMatchObject({ name: 'anna', role: 'owner' });
	});

	it('is given out in the forms that devices take, over plain HTTP too', async () => {
		const { ca, view } = await SecureHub.turnOn(hub, owner);
		const der = await fetch(`${hub.origin}/trust/mooring.crt`);
		expect(der.headers.get('content-type')).toBe('application/x-x509-ca-cert');
		const bytes = Buffer.from(await der.arrayBuffer());
		expect(bytes).toEqual(new X509Certificate(ca).raw);
		const digest = createHash('sha256').update(bytes).digest('hex').toUpperCase();
		expect(view.authority!.fingerprint.replaceAll(':', '')).toBe(digest);
		const profile = await plain('/trust/mooring.mobileconfig');
		expect(profile.headers['content-type']).toBe('application/x-apple-aspen-config');
		expect(profile.text).toContain('com.apple.security.root');
		expect((await plain('/trust/mooring.crt', {}, 'HEAD')).headers['content-length']).toBe(String(bytes.length));
		expect((await plain('/trust/mooring.pem', {}, 'POST')).status).toBe(403);
	});

	it('has its keys in the database only sealed, and survives a restart', async () => {
		const { ca, origin } = await SecureHub.turnOn(hub, owner);
		await hub.stop();
		for (const file of ['mooring.db', 'mooring.db-wal'])
			expect(readDatabase(file)).not.toMatch(/PRIVATE KEY|UFJJVkFURSBLRV/);
		await hub.start();
		const again = await owner.call<HttpsView>('GET', '/https');
		const secure = new SecureHub(again, ca);
		expect([again.mode, new URL(origin).hostname]).toEqual(['authority', '127.0.0.1']);
		expect((await secure.signIn()).status).toBe(200);
	});

	it.each<[string, (stored: Stored) => Partial<Stored>]>([
		['is gone', () => ({ authority: null })],
		['is no certificate', ({ authority }) => ({ authority: { ...authority!, certificate: 'none' } })],
		['cannot be unsealed', ({ authority }) => ({ authority: { ...authority!, sealedKey: 'AAAA' }, leaf: null })],
		['has signed what no web server can use', ({ leaf }) => ({ leaf: { ...leaf!, certificate: 'none' } })],
	])('keeps a hub whose authority %s from starting without HTTPS, in words', async (_, damage) => {
		await SecureHub.turnOn(hub, owner);
		await hub.stop();
		const file = join(hub.data, 'mooring.db');
		const [row] = await rowsOf<{ value: string }>(file, "SELECT value FROM setting WHERE key = 'https'");
		const stored = JSON.parse(row!.value) as Stored;
		const damaged = JSON.stringify({ ...stored, ...damage(stored) });
		await sql(file, `UPDATE setting SET value = '${damaged}' WHERE key = 'https'`);
		await expect(hub.start()).rejects.toThrow(/^HTTPS is on, and what the database holds .* cannot be used\./);
	});

	it('is kept when HTTPS is turned off, so that nobody has to trust another one', async () => {
		const before = await SecureHub.turnOn(hub, owner);
		await before.signIn();
		const off = await before.call('PUT', '/https', { on: false, current: PASSWORD });
		expect(JSON.parse(off.text)).toMatchObject({ mode: 'off', address: null, authority: before.view.authority });
		await expect(before.ask('/healthz')).rejects.toThrow(/ECONNREFUSED/);
		expect((await plain('/', PAGE)).status).toBe(200);
		await owner.call('POST', '/session', { name: 'anna', password: PASSWORD });
		const after = await SecureHub.turnOn(hub, owner);
		expect(after.ca).toBe(before.ca);
	});
});

describe('whoever turns it on or off', () => {
	it('signs everybody out: cookies that went readable are worth nothing', async () => {
		const ben = await memberOf(hub);
		const view = await owner.open();
		const secure = await SecureHub.turnOn(hub, owner);
		await view.until(() => view.signedOut);
		view.close();
		for (const { cookie } of [owner, ben])
			for (const name of ['mooring_session', '__Host-mooring_session']) {
				const headers = { cookie: cookie.replace('mooring_session', name) };
				expect((await secure.ask(`${API}/session`, { headers })).status).toBe(401);
			}
	});

	it('has given everybody a cookie that nobody on the line can plant, and no other counts', async () => {
		const secure = await SecureHub.turnOn(hub, owner);
		await secure.signIn();
		const planted = { cookie: secure.cookie.replace('__Host-', '') };
		expect((await secure.ask(`${API}/session`)).status).toBe(200);
		expect((await secure.ask(`${API}/session`, { headers: planted })).status).toBe(401);
		const live = (headers: Record<string, string>) =>
			new Promise<string>((resolve) => {
				const options = { ca: secure.ca, transports: ['websocket'], reconnection: false };
				const socket = io(secure.origin, { ...options, extraHeaders: { origin: secure.origin, ...headers } });
				const end = (how: string) => (socket.close(), resolve(how));
				socket.on('connect', () => end('signed in')).on('connect_error', ({ message }) => end(message));
			});
		expect(await live({ cookie: secure.cookie })).toBe('signed in');
		expect(await live(planted)).toBe('not-signed-in');
	});

	it('is the owner alone, by a session', async () => {
		const ben = await memberOf(hub);
		await expect(ben.call('PUT', '/https', { on: true })).rejects.toThrow(/^403/);
	});

	it('proves again who they are to turn it off: their session alone would have everybody send passwords readable', async () => {
		const secure = await SecureHub.turnOn(hub, owner);
		await secure.signIn();
		const off = async (proof: object) => JSON.parse((await secure.call('PUT', '/https', { on: false, ...proof })).text);
		expect(await off({})).toMatchObject({ fault: 'password-needed', field: 'current' });
		expect(await off({ current: 'wrong' })).toMatchObject({ fault: 'current-password-wrong', field: 'current' });
		expect(await off({ current: PASSWORD })).toMatchObject({ mode: 'off' });
	});

	it('proves it also while HTTPS is being turned on', async () => {
		const asked = Array.from({ length: 20 }, (_, n) => owner.request('PUT', '/https', { on: n === 0 }));
		await Promise.allSettled(asked);
		expect(await owner.call('GET', '/https')).toMatchObject({ mode: 'authority' });
	});

	it('is told that the port is taken, and nothing is changed', async () => {
		const other = createServer();
		await once(other.listen(0, '127.0.0.1'), 'listening');
		const { port } = other.address() as AddressInfo;
		await hub.remove();
		hub = await new TestHub({}, { MOORING_HTTPS_PORT: String(port) }).start();
		owner = await hub.owner();
		await expect(owner.call('PUT', '/https', { on: true })).rejects.toThrow(
			`Port ${port} for HTTPS is in use or may not be opened.`,
		);
		expect(await owner.call('GET', '/https')).toMatchObject({ mode: 'off' });
		await new Promise((resolve) => other.close(resolve));
		expect(await owner.call('PUT', '/https', { on: true })).toMatchObject({ mode: 'authority' });
	});

	it('is in the history', async () => {
		const secure = await SecureHub.turnOn(hub, owner);
		await secure.signIn();
		const { entries } = JSON.parse((await secure.call('GET', '/audit?kind=hub')).text) as {
			entries: { what: string; person: string; details: object }[];
		};
		expect(entries[0]).toMatchObject({ what: 'https-changed', person: 'anna', details: { on: true } });
	});
});

describe('plain HTTP while HTTPS is on', () => {
	it('leads people to the page of trust, and programs that read to HTTPS', async () => {
		const { origin } = await SecureHub.turnOn(hub, owner);
		expect(await plain('/activity', PAGE)).toMatchObject({ status: 307, headers: { location: '/trust#/activity' } });
		expect(await plain('/activity?a=1')).toMatchObject({
			status: 307,
			headers: { location: `${origin}/activity?a=1` },
		});
	});

	it('serves that page, which may ask whether this browser trusts the hub', async () => {
		const secure = await SecureHub.turnOn(hub, owner);
		const page = await plain('/trust', PAGE);
		expect(page.status).toBe(200);
		expect(page.headers['content-security-policy']).toContain(`connect-src 'self' ${secure.origin};`);
		expect(JSON.parse((await plain(`${API}/https`)).text)).toEqual(secure.view);
		const check = await secure.ask('/trust/check');
		expect([check.status, check.headers['cross-origin-resource-policy'], check.text]).toEqual([
			204,
			'cross-origin',
			'',
		]);
		expect((await secure.ask('/', { headers: PAGE })).headers['content-security-policy']).toContain(
			"connect-src 'self';",
		);
	});

	it('refuses the API instead of redirecting it, with the address in words', async () => {
		const { origin } = await SecureHub.turnOn(hub, owner);
		for (const [method, path] of [
			['GET', '/devices'],
			['POST', '/session'],
			['GET', '/none'],
		] as const) {
			const answer = await plain(`${API}${path}`, { authorization: 'Bearer secret' }, method);
			expect(answer.status).toBe(403);
			expect(JSON.parse(answer.text)).toMatchObject({ fault: 'https-only', params: { address: origin } });
		}
		const socket = new WebSocket(`${hub.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
		socket.on('error', () => undefined);
		const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
		expect(response.statusCode).toBe(403);
		socket.terminate();
	});

	it('answers health to everybody, and figures to programs on its own machine', async () => {
		await SecureHub.turnOn(hub, owner);
		expect((await plain('/healthz')).status).toBe(200);
		expect((await plain('/metrics')).status).toBe(200);
		expect((await plain('/metrics', { 'x-forwarded-for': '10.0.0.9' })).status).toBe(307);
	});

	it('goes on for boards', async () => {
		const view = await owner.open();
		const pending = await owner.addVirtualBoard();
		hub.board(await owner.configFile(pending.id));
		await view.until(() => view.device('Boiler room')?.presence.state === 'online');
		const secure = await SecureHub.turnOn(hub, owner);
		view.close();
		await secure.signIn();
		const devices = () => secure.call('GET', '/devices').then(({ text }) => text);
		expect(await devices()).toContain('"state":"online"');
		const second = await secure.call('POST', '/pending', {
			name: 'Attic',
			board: 'virtual',
			relays: [{ id: 1, name: 'Fan', gpio: 0, activeLow: false }],
			sensors: [],
		});
		const { id } = JSON.parse(second.text) as { id: string };
		await secure.call('POST', `/pending/${id}/virtual-board`);
		await expect.poll(devices).toMatch(/"name":"Attic".*"state":"online"|"state":"online".*"name":"Attic"/);
	});
});

it('every request over HTTPS has the address of its client, whatever that sends', async () => {
	const secure = await SecureHub.turnOn(hub, owner);
	const from = '127.0.0.77';
	const wrong = { name: 'anna', password: 'not the right one at all' };
	const headers = { origin: secure.origin, 'x-forwarded-for': '10.9.9.9', forwarded: 'for=10.9.9.9' };
	const tried = await secure.ask(`${API}/session`, { method: 'POST', body: wrong, headers, from });
	expect(tried.status).toBe(401);
	expect(hub.logged).toContainEqual(expect.objectContaining({ msg: 'somebody was not let in', address: from }));
});

it('a change over HTTPS from a page on plain HTTP is refused, also of the same host and port', async () => {
	const secure = await SecureHub.turnOn(hub, owner);
	await secure.signIn();
	const headers = { origin: secure.origin.replace('https', 'http') };
	const answer = await secure.ask(`${API}/https`, { method: 'PUT', body: { on: false }, headers });
	expect([answer.status, JSON.parse(answer.text)]).toMatchObject([403, { fault: 'from-another-page' }]);
});

function readDatabase(file: string): string {
	try {
		return readFileSync(join(hub.data, file), 'latin1');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
		throw error;
	}
}
