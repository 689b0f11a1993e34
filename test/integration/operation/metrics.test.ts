import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackupView } from '../../../protocol/dashboard/backup.ts';
import type { StorageView } from '../../../protocol/dashboard/settings.ts';
import { EVERYTHING, READ, newToken, switching } from '../../harness/people/api-tokens.ts';
import { PASSPHRASE } from '../../harness/backup/crafted.ts';
import { type BrowserSession, type LiveView, PASSWORD } from '../../harness/browser-session.ts';
import { RawLink } from '../../harness/boards/raw-link.ts';
import { ask } from '../../harness/ask.ts';
import { TestHub } from '../../harness/hub.ts';
import { memberOf } from '../../harness/people/member.ts';
import { RawHttp, head } from '../../harness/network/raw-http.ts';
import { checkMetrics, hasPromtool } from '../../harness/promtool.ts';

let hub: TestHub;
let anna: BrowserSession;
let view: LiveView;
let id: string;

beforeAll(async () => {
	hub = await new TestHub().start();
	anna = await hub.owner();
	view = await anna.open();
	({ id } = await anna.addVirtualBoard({ name: 'Boiler room of Anna' }));
	await anna.call('POST', `/pending/${id}/virtual-board`);
	await view.until(() => view.relay(id, 1)?.reported === false);
}, 60_000);
afterAll(async () => {
	view.close();
	await hub.remove();
});

async function scrape(): Promise<string> {
	const answer = await fetch(`${hub.origin}/metrics`);
	expect([answer.status, answer.headers.get('content-type')]).toEqual([
		200,
		'text/plain; version=0.0.4; charset=utf-8',
	]);
	return answer.text();
}

/** The value of a sample, 0 if there is none. */
async function figure(sample: string): Promise<number> {
	const line = (await scrape()).split('\n').find((line) => line.startsWith(`${sample} `));
	return line === undefined ? 0 : Number(line.slice(sample.length + 1));
}

async function moves(sample: string, act: () => Promise<unknown>): Promise<number> {
	const before = await figure(sample);
	await act();
	return (await figure(sample)) - before;
}

describe('the figures', () => {
	it('count a toggle that its board has done', async () => {
		const toggle = async () => {
			const on = !view.relay(id, 1)!.reported;
			expect(await view.setRelay(id, 1, on)).toMatchObject({ ok: true });
			await view.until(() => view.relay(id, 1)!.reported === on);
		};
		expect(await moves('mooring_toggles_total{outcome="done"}', toggle)).toBe(1);
		expect(await moves('mooring_toggles_total{outcome="refused"}', toggle)).toBe(0);
	});

	it('tell the state of boards, and of those that are awaited', async () => {
		expect(await figure('mooring_boards{state="online"}')).toBe(1);
		const pending = () => anna.addVirtualBoard({ name: 'Attic' });
		expect(await moves('mooring_pending_devices', pending)).toBe(1);
	});

	it('count handshakes and what the doors refuse, by code', async () => {
		expect(await figure('mooring_handshakes_total')).toBeGreaterThanOrEqual(2); // to be claimed, and as a device
		const stranger = async () => {
			const link = await new RawLink(hub.origin).opened();
			link.sendFrame(new Uint8Array([1, 2, 3]));
			await link.closed;
		};
		expect(await moves('mooring_refusals_total{door="board",code="malformed"}', stranger)).toBe(1);
		const page = () => new RawLink(hub.origin, 'mooring.v2', { origin: 'http://evil.example' }).refused();
		expect(await moves('mooring_refusals_total{door="board",code="origin"}', page)).toBe(1);
		const missing = () => anna.request('GET', '/devices/none/log');
		expect(await moves('mooring_refusals_total{door="api",code="not-found"}', missing)).toBe(1);
		expect(
			await moves('mooring_refusals_total{door="live",code="not-found"}', () => view.setRelay('no', 1, true)),
		).toBe(1);
		const reader = () => ask(hub.origin, { path: '/metrics', headers: { via: '1.1 proxy' } });
		expect(await moves('mooring_refusals_total{door="metrics",code="not-signed-in"}', reader)).toBe(1);
		const guess = () => fetch(`${hub.origin}/api/device/state?token=guess`);
		expect(await moves('mooring_refusals_total{door="polling",code="not-found"}', guess)).toBe(1);
	});

	it('tell the age of the backup once there is one', async () => {
		expect(await scrape()).not.toContain('mooring_backup_age_seconds');
		const nightly = { nightly: true, passphrase: PASSPHRASE, current: PASSWORD, keepDaily: 1, keepWeekly: 0 };
		await anna.call('PUT', '/backup/settings', nightly);
		await anna.call<BackupView>('POST', '/backup/now');
		const age = /^mooring_backup_age_seconds (\S+)$/m.exec(await scrape());
		expect(Number(age![1])).toBeGreaterThanOrEqual(0);
		expect(Number(age![1])).toBeLessThan(60);
		expect(await figure('mooring_backup_failing')).toBe(0);
	});

	it('tell what waits to be written, the size of the database, room, memory and the loop', async () => {
		for (const queue of ['devices', 'readings', 'audit', 'presence'])
			expect(await scrape()).toMatch(new RegExp(`^mooring_write_behind_waiting{queue="${queue}"} \\d+$`, 'm'));
		const toggle = () => view.setRelay(id, 2, !view.relay(id, 2)!.reported);
		await toggle();
		await view.until(() => view.relay(id, 2)!.reported === true);
		expect(await figure('mooring_write_behind_waiting{queue="audit"}')).toBeGreaterThan(0);
		expect(await figure('mooring_database_bytes{file="database"}')).toBeGreaterThanOrEqual(4_096);
		expect(await figure('mooring_disk_free_bytes')).toBeGreaterThan(0);
		expect(await figure('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
		expect(await figure('mooring_event_loop_delay_seconds{statistic="max"}')).toBeLessThan(60);
	});

	it('have no name, address or id of anybody in them', async () => {
		const text = await scrape();
		for (const word of [id, 'Boiler', 'anna', '127.0.0.1', view.devices.get(id)!.mac]) expect(text).not.toContain(word);
	});

	it.skipIf(!hasPromtool())('are what Prometheus reads, by its own tool', async () => {
		expect(checkMetrics(await scrape())).toEqual({ status: 0, said: '' });
		expect(checkMetrics('# TYPE a counter\na 1\n').status).not.toBe(0);
	});
});

describe('who reads them', () => {
	const get = (headers: Record<string, string> = {}) => ask(hub.origin, { path: '/metrics', headers });

	it('is the hub’s own machine, by the address of its socket', async () => {
		expect((await get()).status).toBe(200);
		const elsewhere = await new RawHttp(hub.origin, { from: '127.0.1.7' }).send(head('GET', '/metrics'));
		expect(await elsewhere.status()).toBe(401);
		expect(elsewhere.got).not.toContain('mooring_boards');
		elsewhere.cut();
	});

	it.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'via', 'x-forwarded-proto'])(
		'is nobody whose request a proxy on that machine passes on, told by %s, whatever it says',
		async (name) => {
			for (const value of ['192.0.2.7', '127.0.0.1', '::1', 'for=127.0.0.1', '1.1 proxy'])
				expect([value, (await get({ [name]: value })).status]).toEqual([value, 401]);
		},
	);

	it('is an owner who is signed in elsewhere, and no member', async () => {
		const forwarded = { 'x-forwarded-for': '192.0.2.7' };
		const ben = await memberOf(hub);
		expect((await get({ ...forwarded, cookie: anna.cookie })).text).toContain('mooring_boards');
		const refused = await get({ ...forwarded, cookie: ben.cookie });
		expect([refused.status, refused.text.includes('mooring')]).toEqual([403, false]);
		const unknown = await get({ ...forwarded, cookie: 'mooring_session=made-up' });
		expect([unknown.status, unknown.headers['www-authenticate']]).toEqual([401, 'Bearer']);
		expect(refused.headers['www-authenticate']).toBeUndefined();
	});

	it('is a program elsewhere by an API token of an owner’s that reads, and by no other token', async () => {
		const ben = await memberOf(hub, 'ben-by-token');
		const by = async (secret: string) => {
			const { status } = await get({ 'x-forwarded-for': '192.0.2.7', authorization: `Bearer ${secret}` });
			return status;
		};
		expect(await by((await newToken(anna, READ)).secret)).toBe(200);
		expect(await by((await newToken(anna, EVERYTHING)).secret)).toBe(200);
		expect(await by((await newToken(anna, switching([[id, 1]]))).secret)).toBe(403);
		expect(await by((await newToken(ben, READ)).secret)).toBe(403);
		expect(await by('mooring_made-up')).toBe(401);
	});

	it('is asked by a token before by a cookie, which it then ignores', async () => {
		const forwarded = { 'x-forwarded-for': '192.0.2.7', cookie: anna.cookie };
		expect((await get({ ...forwarded, authorization: 'Bearer mooring_made-up' })).status).toBe(401);
	});

	it('is nobody under another host name', async () => {
		expect((await get({ host: 'evil.example' })).status).toBe(421);
	});

	it('may only read: HEAD has no body, and nothing else is answered', async () => {
		const asked = await fetch(`${hub.origin}/metrics`, { method: 'HEAD' });
		expect([asked.status, await asked.text()]).toEqual([200, '']);
		expect(Number(asked.headers.get('content-length'))).toBeGreaterThan(1_000);
		for (const method of ['POST', 'PUT', 'DELETE'])
			expect((await fetch(`${hub.origin}/metrics`, { method })).status).toBe(405);
	});

	it('is not the hub’s machine where a trusted proxy is on it', async () => {
		const behind = await new TestHub({}, { MOORING_TRUSTED_PROXY: '127.0.0.1' }).start();
		try {
			const owner = await behind.owner();
			expect((await ask(behind.origin, { path: '/metrics' })).status).toBe(401);
			const signedIn = await ask(behind.origin, { path: '/metrics', headers: { cookie: owner.cookie } });
			expect(signedIn.status).toBe(200);
		} finally {
			await behind.remove();
		}
	});
});

it('the health check answers HEAD as GET, without a body, and nothing else', async () => {
	const got = await fetch(`${hub.origin}/healthz`);
	const asked = await fetch(`${hub.origin}/healthz`, { method: 'HEAD' });
	const text = await got.text();
	expect([got.status, text]).toEqual([200, '{"ok":true}']);
	expect([asked.status, await asked.text()]).toEqual([200, '']);
	for (const name of ['content-type', 'content-length']) expect(asked.headers.get(name)).toBe(got.headers.get(name));
	expect((await fetch(`${hub.origin}/healthz`, { method: 'POST' })).status).toBe(405);
});

describe('the storage', () => {
	it('is shown to the owner: size, room, and the check after an unclean stop', async () => {
		const before = await anna.call<StorageView>('GET', '/storage');
		expect(before).toEqual({
			bytes: expect.any(Number) as number,
			freeBytes: expect.any(Number) as number,
			check: null,
		});
		expect(before.bytes).toBeGreaterThan(4_096);
		await hub.stop();
		rmSync(join(hub.data, 'clean-stop'));
		await hub.start();
		const at = Date.now();
		const { check } = await anna.call<StorageView>('GET', '/storage');
		expect(check).toMatchObject({ ok: true });
		expect(Math.abs(check!.at - at)).toBeLessThan(20_000);
		expect(await figure('mooring_database_damaged')).toBe(0);
	});
});
