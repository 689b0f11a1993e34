import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { BackupView } from '../../../protocol/dashboard/backup.ts';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import type { AuditEntry } from '../../../protocol/dashboard/history.ts';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import { newFolder, runBackup } from '../../harness/backup/command.ts';
import { PASSPHRASE, restoreInto, rowsOf } from '../../harness/backup/crafted.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { memberOf } from '../../harness/people/member.ts';

const TIMEOUT_MS = 120_000;
const WRITES_A_SECOND = 200;
const WRITERS = 20;
const BOARDS = 5;

const endings: (() => unknown)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

async function newHub(): Promise<TestHub> {
	const hub = new TestHub();
	endings.push(() => hub.remove());
	return hub;
}

async function download(browser: BrowserSession, passphrase = PASSPHRASE): Promise<Response> {
	return browser.request('POST', '/backup', { passphrase, current: PASSWORD });
}

describe('a house', { timeout: TIMEOUT_MS }, () => {
	it('whose hub is restored from a backup, in another folder and on another port, has its boards back by themselves', async () => {
		const old = await (await newHub()).start();
		const browser = await old.owner();
		const view = await browser.open();
		endings.push(() => view.close());
		for (let n = 1; n <= BOARDS; n++) {
			const { id } = await browser.addVirtualBoard({ name: `Board ${n}` });
			await browser.call('POST', `/pending/${id}/virtual-board`);
		}
		await view.until(() => [...view.devices.values()].filter(isOnline).length === BOARDS, 20_000);
		await browser.call('PATCH', `/devices/${view.device('Board 1')!.id}`, { name: 'Cellar' });
		const home = { ...EMPTY_HOME, favourites: [`relay:${view.device('Board 2')!.id}:1`] };
		await browser.call('PUT', '/account/home', home);
		const preferences = { ...NO_PREFERENCES, hours: '12' };
		await browser.call('PUT', '/account/preferences', preferences);
		const answer = await download(browser);
		expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename="mooring-[\da-f]{8}-.+Z\.age"/);
		const { folder, remove } = newFolder();
		endings.push(remove);
		const file = join(folder, 'backup.age');
		writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
		expect(readdirSync(old.data).filter((name) => name.startsWith('work-'))).toEqual([]);
		await old.stop();

		const hub = await newHub();
		expect(await runBackup(hub.data, ['restore', file], PASSPHRASE)).toMatchObject({ code: 0 });
		await hub.start();
		const anna = hub.browser();
		await anna.call('POST', '/session', { name: 'anna', password: PASSWORD });
		const after = await anna.open();
		endings.push(() => after.close());
		await after.until(() => [...after.devices.values()].filter(isOnline).length === BOARDS, 30_000);
		expect(after.device('Cellar')).toBeDefined();
		expect(after.home).toEqual(home);
		expect(after.preferences).toEqual(preferences);
		const { entries } = await anna.call<{ entries: { what: string }[] }>('GET', '/audit?limit=200');
		const whats = entries.map(({ what }) => what);
		expect(whats).toContain('restored');
		expect(whats.filter((what) => what === 'claimed')).toHaveLength(BOARDS);
	});

	it('has in a backup every change that was acknowledged before it began, while 200 a second go on', async () => {
		const hub = await (await newHub()).start();
		const browser = await hub.owner();
		const { id: board } = await browser.addVirtualBoard({ name: 'Board' });
		await browser.call('POST', `/pending/${board}/virtual-board`);
		const view = await browser.open();
		endings.push(() => view.close());
		await view.until(() => view.device('Board'));
		const { id } = view.device('Board')!;
		const scene = { icon: 'light', kind: 'scene', members: [{ device: id, relay: 1, on: true }] };
		const acknowledged = Array.from({ length: WRITERS }, () => 0);
		const changed = () => acknowledged.reduce((sum, n) => sum + n);
		let over = false;
		const writing = acknowledged.map(async (_, writer) => {
			const { id } = await browser.call<SceneView>('POST', '/scenes', { name: `${writer} 0`, ...scene });
			for (let n = 1; !over; n++) {
				const pause = new Promise((resolve) => setTimeout(resolve, (WRITERS * 1_000) / WRITES_A_SECOND));
				await browser.call('PUT', `/scenes/${id}`, { name: `${writer} ${n}`, ...scene });
				acknowledged[writer] = n;
				await pause;
			}
		});
		endings.push(() => {
			over = true;
			return Promise.allSettled(writing);
		});
		await expect.poll(() => Math.min(...acknowledged), { timeout: 60_000 }).toBeGreaterThan(2);
		const before = [...acknowledged];
		const answer = await download(browser);
		const backup = Buffer.from(await answer.arrayBuffer());
		const during = changed();
		over = true;
		await Promise.all(writing);
		expect(during).toBeGreaterThan(before.reduce((sum, n) => sum + n)); // the hub went on writing meanwhile
		const read = await restoreInto(hub.data, backup);
		if (!read.ok) throw new Error(read.error.message);
		endings.push(() => read.value.discard());
		const database = join(read.value.folder, 'new/mooring.db');
		const scenes = await rowsOf<{ name: string }>(database, 'SELECT name FROM scene');
		expect(scenes).toHaveLength(WRITERS);
		for (const { name } of scenes) {
			const [writer, n] = name.split(' ').map(Number);
			expect(n).toBeGreaterThanOrEqual(before[writer!]!);
		}
		expect(await rowsOf(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
	});

	it('has nightly backups made, shown and told to its owner, and to nobody else', async () => {
		const hub = await (await newHub()).start();
		const browser = await hub.owner();
		expect(await browser.call<BackupView>('GET', '/backup')).toMatchObject({ last: null, nightly: { on: false } });
		expect((await download(browser, 'short')).status).toBe(400);
		const wish = { nightly: true, keepDaily: 7, keepWeekly: 4 };
		expect((await browser.request('PUT', '/backup/settings', wish)).status).toBe(400);
		expect((await browser.request('POST', '/backup/now')).status).toBe(409);
		await browser.call('PUT', '/backup/settings', { ...wish, passphrase: PASSPHRASE, current: PASSWORD });
		const view = await browser.call<BackupView>('POST', '/backup/now');
		expect(view).toMatchObject({ failure: null, last: { kind: 'nightly' }, nightly: { files: 1 } });
		const [name] = readdirSync(join(hub.data, 'backups'));
		expect(readFileSync(join(hub.data, 'backups', name!), 'latin1')).toMatch(/^age-encryption\.org/);
		const { entries } = await browser.call<{ entries: { what: string }[] }>('GET', '/audit?kind=hub');
		expect(entries.map(({ what }) => what)).toEqual(['backup-made', 'backup-changed', 'backup-failed', 'hub-started']);
		const ben = await memberOf(hub);
		for (const [method, path, body] of [
			['GET', '/backup'],
			['POST', '/backup', { passphrase: PASSPHRASE, current: PASSWORD }],
			['PUT', '/backup/settings', wish],
			['POST', '/backup/now'],
		] as const) {
			expect((await ben.request(method, path, body)).status).toBe(403);
			expect((await hub.browser().request(method, path, body)).status).toBe(401);
		}
		expect(JSON.stringify(hub.logged)).not.toContain(PASSPHRASE);
	});

	it('is not taken away by whoever has its owner’s session and not the password', async () => {
		const hub = await (await newHub()).start();
		const browser = await hub.owner();
		const wish = { nightly: true, keepDaily: 7, keepWeekly: 4 };
		await browser.call('PUT', '/backup/settings', { ...wish, passphrase: PASSPHRASE, current: PASSWORD });
		const theirs = { passphrase: 'four words of a thief', current: 'wrong horse battery' };
		const refused = async (method: string, path: string, body: object) => {
			const answer = await browser.request(method, path, body);
			const { fault, field } = (await answer.json()) as ApiError;
			return [answer.status, fault, field];
		};
		const { current, ...without } = theirs;
		expect(await refused('POST', '/backup', without)).toEqual([400, undefined, 'current']);
		expect(await refused('PUT', '/backup/settings', { ...wish, ...without })).toEqual([
			400,
			'password-needed',
			'current',
		]);
		const wrong = [400, 'current-password-wrong', 'current'];
		expect(await refused('PUT', '/backup/settings', { ...wish, ...theirs })).toEqual(wrong);
		for (const fewer of [{ keepDaily: 6 }, { keepWeekly: 3 }, { nightly: false, keepDaily: 1 }]) {
			const needed = [400, 'password-needed', 'current'];
			expect(await refused('PUT', '/backup/settings', { ...wish, ...fewer })).toEqual(needed);
		}
		expect(await browser.call<BackupView>('GET', '/backup')).toMatchObject({
			nightly: { keepDaily: 7, keepWeekly: 4 },
		});
		// What is left out stays as it is: another tab may have changed it.
		expect(await browser.call<BackupView>('PUT', '/backup/settings', { keepWeekly: 5 })).toMatchObject({
			nightly: { on: true, hasPassphrase: true, keepDaily: 7, keepWeekly: 5 },
		});
		// as many guesses as at sign-in, and then none, not even with the right one
		let guesses = 1;
		let last: unknown[] = wrong;
		for (; last[0] === 400 && guesses < 100; guesses++) last = await refused('POST', '/backup', theirs);
		expect(last).toEqual([429, 'too-many-failures', undefined]);
		expect(guesses).toBeLessThan(50);
		expect((await download(browser)).status).toBe(429);
		expect((await browser.request('PUT', '/account/password', { current, password: PASSPHRASE })).status).toBe(429);
		await browser.call('PUT', '/backup/settings', { keepDaily: 8 });
	});

	it('keeps what two owners change at once, and never fewer files without the proof', async () => {
		const hub = await (await newHub()).start();
		const browser = await hub.owner();
		const together = (...wishes: object[]) =>
			Promise.all(wishes.map((wish) => browser.request('PUT', '/backup/settings', wish)));
		const kept = async () => (await browser.call<BackupView>('GET', '/backup')).nightly;
		for (let more = 8; more < 20; more++) {
			await together({ keepDaily: more }, { keepWeekly: more });
			expect(await kept()).toMatchObject({ keepDaily: more, keepWeekly: more });
		}
		// In either order the larger number stays: what comes second is refused, or it is the larger one.
		for (let more = 21; more < 31; more += 2) {
			await together({ keepDaily: more + 1 }, { keepDaily: more });
			expect(await kept()).toMatchObject({ keepDaily: more + 1 });
		}
	});

	it('has a download in its history, even if its end was not taken', async () => {
		const hub = await (await newHub()).start();
		const browser = await hub.owner();
		const answer = await download(browser);
		await answer.body!.cancel();
		const made = async () => {
			const { entries } = await browser.call<{ entries: AuditEntry[] }>('GET', '/audit?kind=hub');
			return entries.filter(({ what }) => what === 'backup-made');
		};
		expect(await made()).toMatchObject([{ person: 'anna', details: { made: 'by-hand' } }]);
	});
});

function isOnline({ presence }: DeviceView): boolean {
	return presence.state === 'online';
}
