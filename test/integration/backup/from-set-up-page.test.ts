import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../protocol/dashboard/history.ts';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import { RestoreByPage } from '../../harness/backup/by-page.ts';
import { runBackup } from '../../harness/backup/command.ts';
import { PASSPHRASE, everythingIn, hubFolder, rowsOf } from '../../harness/backup/crafted.ts';
import { BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { TestHub } from '../../harness/hub.ts';
import { SmallDisk } from '../../harness/small-disk.ts';

const TIMEOUT_MS = 120_000;
const DISK_MB = 96;
/** more than any backup has */
const TOO_MANY_BYTES = 6 * 1_024 ** 3;

/** of a hub whose owner is anna, and of a stopped one whose owner is Anna */
let file: Buffer;
let small: Buffer;
let hub: TestHub;
let page: RestoreByPage;

const endings: (() => unknown)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

beforeAll(async () => {
	const old = new TestHub();
	await old.start();
	const anna = await old.owner();
	const { id } = await anna.addVirtualBoard({ name: 'Boiler room' });
	const view = await anna.open();
	await anna.call('POST', `/pending/${id}/virtual-board`);
	await view.until(() => view.device('Boiler room')?.presence.state === 'online');
	view.close();
	const answer = await anna.request('POST', '/backup', { passphrase: PASSPHRASE, current: PASSWORD });
	file = Buffer.from(await answer.arrayBuffer());
	await old.remove();
	const data = await hubFolder();
	const folder = mkdtempSync(join(tmpdir(), 'mooring-file-'));
	await runBackup(data, ['backup', join(folder, 'backup.age')], PASSPHRASE);
	small = readFileSync(join(folder, 'backup.age'));
	for (const path of [data, folder]) rmSync(path, { recursive: true });
}, TIMEOUT_MS);

beforeEach(async () => {
	hub = await new TestHub().start();
	endings.push(() => hub.remove());
	page = new RestoreByPage(hub.origin);
});

const workIn = (data: string) => readdirSync(data).filter((name) => name.startsWith('work-'));

describe('a hub without an owner', { timeout: TIMEOUT_MS }, () => {
	it('becomes the hub of a backup within its process, and its boards come back', async () => {
		const before = readFileSync(join(hub.data, 'hub-id'), 'utf8');
		const begun = await page.begin(hub.setUpCode.toLowerCase(), file.length);
		const { handle } = begun.body;
		expect(await page.progress(handle)).toEqual({
			status: 200,
			body: { stage: 'waiting', done: 0, of: file.length },
		});
		expect(await page.send(handle, file)).toEqual({ status: 204, body: {} });
		expect((await page.progress(handle)).body).toEqual({ stage: 'uploaded', done: file.length, of: file.length });
		const [folder] = workIn(hub.data);
		expect(statSync(join(hub.data, folder!, 'upload.age')).mode & 0o777).toBe(0o600);
		expect(await page.apply(handle, PASSPHRASE)).toMatchObject({ status: 200, body: { madeAt: expect.any(Number) } });
		await page.isBack();
		expect(readFileSync(join(hub.data, 'hub-id'), 'utf8')).not.toBe(before);
		expect(workIn(hub.data)).toEqual([]);
		expect(existsSync(join(hub.data, 'setup-code'))).toBe(false);

		const anna = hub.browser();
		await anna.call('POST', '/session', { name: 'anna', password: PASSWORD });
		const view = await anna.open();
		endings.push(() => view.close());
		const isOnline = ({ presence }: DeviceView) => presence.state === 'online';
		await view.until(() => [...view.devices.values()].some(isOnline), 30_000);
		const { entries } = await anna.call<{ entries: AuditEntry[] }>('GET', '/audit?limit=200');
		const whats = entries.map(({ what }) => what);
		for (const what of ['restored', 'claimed', 'signed-in'] as const) expect(whats).toContain(what);
		expect(JSON.stringify(hub.logged)).toContain('must stay off');
		for (const secret of [PASSPHRASE, handle]) expect(JSON.stringify(hub.logged)).not.toContain(secret);
		expect(hub.failures).toEqual([]);

		// It has its owner now, who is never replaced.
		for (const answer of [await page.run('AAAA-AAAA', file, PASSPHRASE), await page.apply(handle, PASSPHRASE)])
			expect(answer).toMatchObject({ status: 409, body: { fault: 'already-set-up' } });
		expect((await page.send(handle, file)).status).toBe(409);
		await hub.stop();
		await hub.start();
		expect(hub.logged.filter(({ msg }) => String(msg).includes('must stay off'))).toHaveLength(1);
	});

	it('takes another passphrase after a wrong one, without the file being sent again', async () => {
		const { handle } = (await page.begin(hub.setUpCode, small.length)).body;
		await page.send(handle, small);
		for (const wrong of ['wrong, wrong, wrong', 'x'])
			expect(await page.apply(handle, wrong)).toMatchObject({ status: 409, body: { fault: 'wrong-passphrase' } });
		expect((await page.apply(handle, PASSPHRASE)).status).toBe(200);
		await page.isBack();
		expect(await rowsOf(join(hub.data, 'mooring.db'), 'SELECT name FROM user')).toEqual([{ name: 'Anna' }]);
	});

	it('is as it was after a file that is none, cut, or not the one that was announced, and takes a good one then', async () => {
		const kept = () =>
			Object.fromEntries(Object.entries(everythingIn(hub.data)).filter(([name]) => !name.startsWith('mooring.db')));
		const before = kept();
		const refused = async (bytes: Uint8Array) => (await page.run(hub.setUpCode, bytes, PASSPHRASE)).body.fault;
		expect(await refused(Buffer.alloc(0))).toBe('backup-damaged');
		expect(await refused(Buffer.from('my diary'))).toBe('not-a-backup');
		expect(await refused(small.subarray(0, small.length - 1))).toBe('backup-damaged');
		const { handle } = (await page.begin(hub.setUpCode, small.length)).body;
		expect((await page.apply(handle, PASSPHRASE)).body.fault).toBe('upload-cut');
		expect((await page.send(handle, small.subarray(1))).body.fault).toBe('upload-cut');
		await expect(page.send(handle, Buffer.concat([small, small]))).rejects.toThrow();
		const { handle: last } = (await page.begin(hub.setUpCode, small.length)).body;
		expect((await page.send(handle, small)).body.fault).toBe('restore-over');
		expect((await page.apply(handle, PASSPHRASE)).body.fault).toBe('restore-over');
		expect((await page.send(last, Buffer.alloc(small.length))).status).toBe(204);
		expect((await page.apply(last, PASSPHRASE)).body.fault).toBe('not-a-backup');
		expect(kept()).toEqual(before);
		expect(await page.run(hub.setUpCode, small, PASSPHRASE)).toMatchObject({ status: 200 });
		await page.isBack();
	});

	it('lets nobody send anything who has not the set-up code, and counts wrong ones as at the set-up', async () => {
		for (const handle of ['', 'x', 'x'.repeat(22)]) {
			const answer = await page.send(handle, small.subarray(0, 60_000)).catch(() => undefined);
			expect(answer?.status).toBe(410);
			expect((await page.apply(handle || 'x', PASSPHRASE)).status).toBe(410);
			expect((await page.progress(handle || 'x')).status).toBe(410);
		}
		await expect(page.send('x', Buffer.alloc(8 * 1_048_576))).rejects.toThrow();
		expect(workIn(hub.data)).toEqual([]);
		let guesses = 0;
		for (let status = 401; status === 401; guesses++) {
			({ status } = await page.begin('AAAA-AAAA', 1));
			expect([401, 429]).toContain(status);
		}
		expect(guesses).toBeLessThan(50);
		expect((await page.begin(hub.setUpCode, 1)).status).toBe(429);
		const setUp = { code: hub.setUpCode, name: 'anna', password: PASSWORD };
		expect((await hub.browser().request('POST', '/setup', setUp)).status).toBe(429);
	});

	it('refuses a file that is larger than a backup can be before any of it is sent', async () => {
		expect(await page.begin(hub.setUpCode, TOO_MANY_BYTES)).toMatchObject({ body: { fault: 'backup-too-large' } });
		expect(workIn(hub.data)).toEqual([]);
	});

	it('takes a page of another web site for what it is', async () => {
		const answer = await fetch(`${hub.origin}/api/v1/restore`, {
			method: 'POST',
			headers: { origin: 'http://evil.example', 'content-type': 'application/json' },
			body: JSON.stringify({ code: hub.setUpCode, bytes: 1 }),
		});
		expect(answer.status).toBe(403);
	});

	it('says that its disk is full, before the file is sent or while it is, and changes nothing', async ({ skip }) => {
		const data = mkdtempSync(join(tmpdir(), 'mooring-disk-'));
		endings.push(() => rmSync(data, { recursive: true }));
		const disk = SmallDisk.mount(data, DISK_MB);
		skip(!disk, 'only root can mount a disk');
		endings.push(() => disk!.unmount());
		const full = new HubProcess({ MOORING_DATA: data });
		endings.push(() => full.remove());
		await full.start();
		const code = readFileSync(join(data, 'setup-code'), 'utf8').trim();
		const there = new RestoreByPage(full.origin);
		expect(await there.begin(code, DISK_MB * 1_048_576)).toMatchObject({ status: 507, body: { fault: 'disk-full' } });
		const bytes = 30 * 1_048_576;
		const { handle } = (await there.begin(code, bytes)).body;
		disk!.fill();
		expect(await there.send(handle, Buffer.alloc(bytes))).toMatchObject({ status: 507, body: { fault: 'disk-full' } });
		disk!.empty();
		expect(await there.run(code, small, PASSPHRASE)).toMatchObject({ status: 200 });
		await there.isBack();
	});
});

describe('of all who want a hub at the same time', { timeout: TIMEOUT_MS }, () => {
	it('one restores it', async () => {
		const { handle } = (await page.begin(hub.setUpCode, small.length)).body;
		await page.send(handle, small);
		const answers = await Promise.all([1, 2, 3].map(() => page.apply(handle, PASSPHRASE)));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
		await page.isBack();
	});

	it.each([0, 20, 100])('one becomes its owner, by set-up %i ms later or by restore, and not both', async (ms) => {
		const { handle } = (await page.begin(hub.setUpCode, small.length)).body;
		await page.send(handle, small);
		const setUp = { code: hub.setUpCode, name: 'ben', password: PASSWORD };
		const restoring = page.apply(handle, PASSPHRASE);
		const settingUp = new Promise((resolve) => setTimeout(resolve, ms)).then(() =>
			hub
				.browser()
				.request('POST', '/setup', setUp)
				.catch(() => undefined),
		);
		const [restored, settled] = await Promise.all([restoring, settingUp]);
		await page.isBack();
		await hub.stop();
		const people = await rowsOf<{ name: string }>(join(hub.data, 'mooring.db'), 'SELECT name FROM user');
		expect(people).toEqual([{ name: restored.status === 200 ? 'Anna' : 'ben' }]);
		expect([restored.status === 200, settled?.status === 200].filter(Boolean)).toHaveLength(1);
		if (restored.status !== 200) expect(restored.body.fault).toBe('already-set-up');
		expect(workIn(hub.data)).toEqual([]);
	});
});

describe('the process of a hub', { timeout: TIMEOUT_MS }, () => {
	async function fresh(): Promise<HubProcess> {
		const started = new HubProcess();
		endings.push(() => started.remove());
		await started.start();
		return started;
	}

	it('goes on as the restored hub on its port, and stops cleanly by a signal', async () => {
		const started = await fresh();
		const { pid } = started;
		const there = new RestoreByPage(started.origin);
		expect(await there.run(started.setUpCode, file, PASSPHRASE)).toMatchObject({ status: 200 });
		await there.isBack();
		const anna = new BrowserSession(started.origin);
		await anna.call('POST', '/session', { name: 'anna', password: PASSWORD });
		expect(started.pid).toBe(pid);
		expect(started.output).toContain('must stay off');
		expect(await started.stop()).toMatchObject({ code: 0 });
		expect(existsSync(join(started.data, 'clean-stop'))).toBe(true);
	});

	it('that is killed at any moment of it leaves the hub before or the restored one', async () => {
		for (const stage of [/^work-/, /^restore-ready$/, /^before-restore-/, /^restored$/]) {
			const started = await fresh();
			const there = new RestoreByPage(started.origin);
			const restoring = there.run(started.setUpCode, file, PASSPHRASE).catch(() => undefined);
			await expect
				.poll(() => readdirSync(started.data).some((name) => stage.test(name)), { interval: 1, timeout: 20_000 })
				.toBe(true)
				.catch(() => undefined); // it was faster than that
			await started.kill();
			await restoring;
			await started.start();
			const { needsSetUp } = await new BrowserSession(started.origin).call<{ needsSetUp: boolean }>('GET', '/hub');
			await started.stop();
			const people = await rowsOf<{ name: string }>(join(started.data, 'mooring.db'), 'SELECT name FROM user');
			expect(people).toEqual(needsSetUp ? [] : [{ name: 'anna' }]);
			expect(readdirSync(started.data).filter((name) => /^(work-|restore-ready)/.test(name))).toEqual([]);
		}
	});
});
