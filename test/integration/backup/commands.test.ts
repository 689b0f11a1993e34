import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BackupCommand, newFolder, runBackup } from '../../harness/backup/command.ts';
import { BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { PASSPHRASE, everythingIn, hubFolder, rowsOf, sql } from '../../harness/backup/crafted.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { SmallDisk } from '../../harness/small-disk.ts';

const TIMEOUT_MS = 180_000;
const DISK_MB = 64;

const endings: (() => unknown)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

function folder(): string {
	const { folder, remove } = newFolder();
	endings.push(remove);
	return folder;
}

async function backupOf(data: string): Promise<string> {
	const file = join(folder(), 'backup.age');
	const made = await runBackup(data, ['backup', file], PASSPHRASE);
	expect(made).toMatchObject({ code: 0, err: '' });
	return file;
}

const nameOf = async (data: string) =>
	(await rowsOf<{ name: string }>(join(data, 'mooring.db'), 'SELECT name FROM user'))[0]!.name;

describe('backup and restore', { timeout: TIMEOUT_MS }, () => {
	it('put a hub into another folder, from which it starts, says where it comes from, and lets nobody’s old session in', async () => {
		const old = new HubProcess();
		endings.push(() => old.remove());
		await old.start();
		const browser = new BrowserSession(old.origin);
		await browser.setUp(old.setUpCode);
		const file = await backupOf(old.data);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(readdirSync(old.data).filter((name) => name.startsWith('work-'))).toEqual([]);
		await old.stop();

		const hub = new HubProcess();
		endings.push(() => hub.remove());
		const restored = await runBackup(hub.data, ['restore', file], PASSPHRASE);
		expect(restored).toMatchObject({ code: 0, err: '' });
		expect(restored.out).toContain('must stay off');
		await hub.start();
		expect(hub.output).toContain('must stay off');
		const anna = new BrowserSession(hub.origin);
		anna.cookie = browser.cookie;
		expect((await anna.request('GET', '/session')).status).toBe(401);
		await anna.call('POST', '/session', { name: 'anna', password: PASSWORD });
		const { entries } = await anna.call<{ entries: { what: string }[] }>('GET', '/audit');
		expect(entries.filter(({ what }) => what === 'restored')).toHaveLength(1);
		for (const name of ['key', 'hub-id'])
			expect(readFileSync(join(hub.data, name))).toEqual(readFileSync(join(old.data, name)));
		await hub.stop();
		await hub.start();
		expect(hub.output.split('must stay off')).toHaveLength(2);
	});

	it('refuse what they do not understand, and passphrases that are short, missing or different', async () => {
		const data = await hubFolder();
		const file = join(folder(), 'backup.age');
		const refused = async (args: string[], passphrase = PASSPHRASE) => (await runBackup(data, args, passphrase)).err;
		expect(await refused(['backup'])).toContain('is no command');
		expect(await refused(['backup', file, '--replace'])).toContain('is no command');
		expect(await refused(['backup', file, 'other'])).toContain('is no command');
		expect(await refused(['backup', file], 'short')).toContain('The passphrase: At least 12 characters');
		expect(await refused(['backup', file], 'passwordpassword')).toContain('The passphrase: This is one of');
		expect(await refused(['backup', file], '')).toContain('A passphrase is needed');
		expect(await refused(['backup', file, '--passphrase-file', join(data, 'none')])).toContain('cannot be read');
		expect(await refused(['backup', join(data, 'none', 'backup.age')])).toContain('There is no folder');
		expect(existsSync(file)).toBe(false);
		const secret = join(folder(), 'passphrase');
		writeFileSync(secret, `${PASSPHRASE}\n`);
		const made = await runBackup(data, ['backup', file, '--passphrase-file', secret], '');
		expect(made).toMatchObject({ code: 0, err: '' });
		expect(await refused(['backup', file])).toContain('is there already');
		expect(await refused(['restore', file, '--replace'], 'wrong, wrong, wrong')).toContain('does not open');
	});

	it.each(['SIGINT', 'SIGTERM'] as const)('that are ended by %s leave no copy of the hub behind', async (signal) => {
		const data = await hubFolder();
		// large enough that it is still being copied when the signal comes
		const large = 'INSERT INTO setting VALUES (hex(randomblob(8)), hex(randomblob(4000000)))';
		await sql(join(data, 'mooring.db'), ...Array.from({ length: 5 }, () => large));
		const whole = folder();
		const file = join(whole, 'backup.age');
		expect(await runBackup(data, ['backup', file], PASSPHRASE)).toMatchObject({ code: 0 });
		const into = folder();
		for (const [command, where] of [
			[['backup', join(whole, 'second.age')], data],
			[['restore', file], into],
		] as const) {
			const ended = new BackupCommand(where, [...command], { MOORING_BACKUP_PASSPHRASE: PASSPHRASE });
			const isWorking = () => readdirSync(where).some((name) => name.startsWith('work-'));
			await expect.poll(isWorking, { interval: 1, timeout: 20_000 }).toBe(true);
			ended.child.kill(signal);
			expect((await ended.done).code).toBe(signal === 'SIGINT' ? 130 : 143);
			expect(isWorking()).toBe(false);
		}
		expect(readdirSync(whole)).toEqual(['backup.age']);
		expect(readdirSync(into)).toEqual([]);
	});

	it('leave a folder as it is on which a hub runs', async () => {
		const hub = new HubProcess();
		endings.push(() => hub.remove());
		await hub.start();
		const file = await backupOf(await hubFolder());
		for (const args of [
			['restore', file],
			['restore', file, '--replace'],
		])
			expect(await runBackup(hub.data, args, PASSPHRASE)).toMatchObject({
				code: 1,
				err: expect.stringContaining('A hub is running'),
			});
		expect(await new BrowserSession(hub.origin).call('GET', '/hub')).toMatchObject({ needsSetUp: true });
	});

	it('replace a hub that has its owner only when told to, and keep it aside', async () => {
		const [source, data] = [await hubFolder(), await hubFolder()];
		await sql(join(data, 'mooring.db'), "UPDATE user SET name = 'Ben'");
		const file = await backupOf(source);
		const before = everythingIn(data);
		expect((await runBackup(data, ['restore', file], PASSPHRASE)).err).toContain('--replace');
		expect(everythingIn(data)).toEqual(before);
		expect(await runBackup(data, ['restore', file, '--replace'], PASSPHRASE)).toMatchObject({ code: 0 });
		expect(await nameOf(data)).toBe('Anna');
		const [aside] = readdirSync(data).filter((name) => name.startsWith('before-restore-'));
		expect(await nameOf(join(data, aside!))).toBe('Ben');
	});

	it('restore over a hub whose database is damaged', async () => {
		const data = await hubFolder();
		const file = await backupOf(data);
		truncateSync(join(data, 'mooring.db'), 5_000);
		expect(await runBackup(data, ['restore', file, '--replace'], PASSPHRASE)).toMatchObject({ code: 0 });
		expect(await nameOf(data)).toBe('Anna');
	});

	it('that are killed at any moment leave the old or the new hub, which the next restore or start finds whole', async () => {
		const source = await hubFolder();
		const file = await backupOf(source);
		const found = new Set<string>();
		const bens = await hubFolder();
		await sql(join(bens, 'mooring.db'), "UPDATE user SET name = 'Ben'");
		for (let round = 0; round < 8; round++) {
			const data = folder();
			cpSync(bens, data, { recursive: true });
			const command = new BackupCommand(data, ['restore', file, '--replace'], {
				MOORING_BACKUP_PASSPHRASE: PASSPHRASE,
			});
			const ended = command.done;
			// Killed when the folder looks so: at first with each file of the restore, at last when it is in place.
			const stage = [/^work-/, /^restore-ready$/, /^before-restore-/, /^restored$/][round % 4]!;
			let over = false;
			void ended.then(() => (over = true));
			await expect
				.poll(() => over || readdirSync(data).some((name) => stage.test(name)), { interval: 1, timeout: 20_000 })
				.toBe(true);
			command.child.kill('SIGKILL');
			await ended;
			const hub = new HubProcess({ MOORING_DATA: data });
			endings.push(() => hub.remove());
			await hub.start();
			await hub.stop();
			found.add(await nameOf(data));
			expect(readdirSync(data).filter((name) => /^(work-|restore-ready)/.test(name))).toEqual([]);
		}
		expect([...found].every((name) => ['Anna', 'Ben'].includes(name))).toBe(true);
		expect(found.has('Ben')).toBe(true);
	});

	it('on a disk that is full say so, and change nothing', async ({ skip }) => {
		const source = await hubFolder();
		const file = await backupOf(source);
		const data = folder();
		const disk = SmallDisk.mount(data, DISK_MB);
		skip(!disk, 'only root can mount a disk');
		endings.push(() => disk!.unmount());
		disk!.fill();
		const into = await runBackup(data, ['restore', file], PASSPHRASE);
		expect(into).toMatchObject({ code: 1, err: expect.stringContaining('disk is full') });
		expect(readdirSync(data)).toEqual(['filler']);
		const onto = await runBackup(source, ['backup', join(data, 'backup.age')], PASSPHRASE);
		expect(onto).toMatchObject({ code: 1, err: expect.stringContaining('disk is full') });
		expect(readdirSync(data)).toEqual(['filler']);
		disk!.empty();
		mkdirSync(join(data, 'hub'));
		expect(await runBackup(join(data, 'hub'), ['restore', file], PASSPHRASE)).toMatchObject({ code: 0 });
	});
});
