import { execFileSync, spawn } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	openSync,
	renameSync,
	rmSync,
	statSync,
	truncateSync,
	utimesSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { contents, startFails } from '../../harness/failing-start.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { usedHubs } from '../../harness/used-hub.ts';

const PAGE_BYTES = 4_096;
const YESTERDAY = new Date(Date.now() - 86_400_000);
const CHECKING = 'checking its database';
const TIMEOUT_MS = 60_000;

const { endings, usedHub, takenPort } = usedHubs();

/** One statement by a program that is not the hub. */
function sql(file: string, statement: string): void {
	const program = `new (require('sqlite3').Database)(process.argv[1]).exec(process.argv[2], (e) => { if (e) throw e; });`;
	execFileSync(process.execPath, ['-e', program, file, statement], { cwd: join(import.meta.dirname, '../../..') });
}

/** The second page and all after it, as a failing card leaves them. */
function damage(database: string): void {
	const file = openSync(database, 'r+');
	const { size } = statSync(database);
	for (let at = PAGE_BYTES; at < size; at += PAGE_BYTES)
		writeSync(file, Buffer.alloc(PAGE_BYTES / 2, 0x5a), 0, PAGE_BYTES / 2, at);
}

const database = ({ data }: HubProcess) => join(data, 'mooring.db');

const WRONGS: [name: string, what: string, spoil: (data: string, file: string) => unknown][] = [
	['mooring.db', 'empty', (_, file) => truncateSync(file, 0)],
	['mooring.db', 'missing', (_, file) => rmSync(file)],
	['mooring.db', 'cut off', (_, file) => truncateSync(file, 2 * PAGE_BYTES + 100)],
	['mooring.db', 'damaged in its pages', (_, file) => damage(file)],
	['mooring.db', 'full of something else', (_, file) => writeFileSync(file, 'Dear diary, '.repeat(1_000))],
	[
		'mooring.db',
		'the database of another program',
		(_, file) => {
			rmSync(file);
			sql(file, 'CREATE TABLE states (id INTEGER); INSERT INTO states VALUES (1)');
		},
	],
	[
		'mooring.db',
		'a database without a table',
		(_, file) => {
			rmSync(file);
			sql(file, 'CREATE TABLE x (id INTEGER); DROP TABLE x');
		},
	],
	['mooring.db-wal', 'there without its database', (data, file) => renameSync(join(data, 'mooring.db'), file)],
	['hub-id', 'missing beside its database', (_, file) => rmSync(file)],
	['key', 'missing beside its database', (_, file) => rmSync(file)],
	['hub-id', 'empty beside its database', (_, file) => truncateSync(file, 0)],
	['key', 'empty beside its database', (_, file) => truncateSync(file, 0)],
	...['mooring.db', 'key', 'hub-id', 'setup-code'].map((name): (typeof WRONGS)[number] => [
		name,
		'a folder',
		(_, file) => {
			rmSync(file, { force: true });
			mkdirSync(file);
		},
	]),
];

describe('a hub that has run does not start as a new one', { timeout: TIMEOUT_MS }, () => {
	it.each(WRONGS)('where %s is %s, and changes nothing', async (name, _, spoil) => {
		const hub = usedHub();
		const file = join(hub.data, name);
		await spoil(hub.data, file);
		const before = contents(hub.data);
		const { sentence } = await startFails({ MOORING_DATA: hub.data });
		expect(sentence).toContain(file);
		expect(sentence).not.toContain('set-up');
		expect(contents(hub.data)).toEqual(before);
	});

	it('where its database was damaged while it ran, and leaves what it had not moved from its log', async () => {
		const hub = usedHub();
		await hub.start();
		await new BrowserSession(hub.origin).call('POST', '/session', { name: 'anna', password: PASSWORD });
		await hub.kill();
		expect(statSync(`${database(hub)}-wal`).size).toBeGreaterThan(0);
		damage(database(hub));
		const before = contents(hub.data).filter((line) => !line.includes('-shm'));
		const { sentence } = await startFails({ MOORING_DATA: hub.data });
		expect(sentence).toContain(database(hub));
		expect(contents(hub.data).filter((line) => !line.includes('-shm'))).toEqual(before);
	});

	it('and names the newest backup in its folder, by which it starts again', async () => {
		const hub = usedHub();
		mkdirSync(join(hub.data, 'backups'));
		const [older, newer] = ['older', 'newer'].map((name) => join(hub.data, 'backups', `${name}.db`));
		for (const path of [older!, newer!]) copyFileSync(database(hub), path);
		utimesSync(older!, YESTERDAY, YESTERDAY);
		writeFileSync(join(hub.data, 'notes.txt'), 'no backup');
		rmSync(database(hub));
		const { sentence } = await startFails({ MOORING_DATA: hub.data });
		expect(sentence).toContain(newer);
		expect(sentence).not.toContain(older);
		copyFileSync(newer!, database(hub));
		await hub.start();
		expect(await new BrowserSession(hub.origin).call('GET', '/hub')).toMatchObject({ needsSetUp: false });
	});

	it('and says how to restore an encrypted one', async () => {
		const hub = usedHub();
		mkdirSync(join(hub.data, 'backups'));
		const backup = join(hub.data, 'backups', 'mooring-0a1b2c3d-2026-11-29T03-00-00Z.age');
		writeFileSync(backup, 'age-encryption.org/v1');
		rmSync(database(hub));
		const { sentence } = await startFails({ MOORING_DATA: hub.data });
		expect(sentence).toContain(`npm run hub -- restore --replace ${backup}`);
		expect(sentence).not.toContain('put it in the place');
	});

	it('and says so where there is no backup', async () => {
		const hub = usedHub();
		rmSync(database(hub));
		const { sentence } = await startFails({ MOORING_DATA: hub.data });
		expect(sentence).toContain(`No backup was found in ${hub.data}`);
	});
});

describe('a new hub starts', { timeout: TIMEOUT_MS }, () => {
	const states: [name: string, prepare: (data: string) => unknown][] = [
		['in a folder that is empty', () => undefined],
		['in a folder that is not there', (data) => rmSync(data, { recursive: true })],
		[
			'beside images and what a disk brings along',
			(data) => ['images', 'lost+found'].map((name) => mkdirSync(join(data, name))),
		],
		[
			'where its first start ended after the key',
			(data) => writeFileSync(join(data, 'key'), `${Buffer.alloc(32, 7).toString('base64')}\n`),
		],
		[
			'where its first start ended before the schema',
			(data) => {
				writeFileSync(join(data, 'key'), `${Buffer.alloc(32, 7).toString('base64')}\n`);
				writeFileSync(join(data, 'mooring.db'), '');
			},
		],
	];
	it.each(states)('%s', async (_, prepare) => {
		const hub = new HubProcess();
		endings.push(() => hub.remove());
		prepare(hub.data);
		await hub.start();
		expect(hub.output).not.toContain(CHECKING);
		expect(hub.setUpCode).toBeTruthy();
	});

	it('where its first start ended before the hub-id', async () => {
		const hub = new HubProcess();
		endings.push(() => hub.remove());
		await hub.start();
		await hub.kill();
		rmSync(join(hub.data, 'hub-id'));
		await hub.start();
		expect(existsSync(join(hub.data, 'hub-id'))).toBe(true);
	});
});

describe('a start', { timeout: TIMEOUT_MS }, () => {
	it('after a clean stop does not read the whole database, after any other end it does', async () => {
		const hub = usedHub();
		hub.output = '';
		await hub.start();
		expect(hub.output).not.toContain(CHECKING);
		await hub.kill();
		await hub.start();
		expect(hub.output).toContain(CHECKING);
		await hub.stop();
		hub.output = '';
		utimesSync(database(hub), YESTERDAY, YESTERDAY); // put there by somebody else
		await hub.start();
		expect(hub.output).toContain(CHECKING);
	});

	it('that finds its port taken leaves its data as a clean stop does', async () => {
		const hub = usedHub();
		const taken = await takenPort();
		const { sentence } = await startFails({ MOORING_DATA: hub.data, MOORING_PORT: String(taken) });
		expect(sentence).toContain(`Port ${taken}`);
		hub.output = '';
		await hub.start();
		expect(hub.output).not.toContain(CHECKING);
	});

	it('says so where another program has locked the database', async () => {
		const hub = usedHub();
		const program = `const d = new (require('sqlite3').Database)(process.argv[1]); d.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE x (i); COMMIT', (e) => console.log(e ?? 'locked')); setInterval(() => 0, 1000)`;
		const holder = spawn(process.execPath, ['-e', program, database(hub)], { stdio: ['ignore', 'pipe', 'inherit'] });
		endings.push(() => holder.kill('SIGKILL'));
		await new Promise((resolve) => holder.stdout.once('data', resolve));
		const { sentence } = await startFails({ MOORING_DATA: hub.data });
		expect(sentence).toContain('locked by another program');
	});
});
