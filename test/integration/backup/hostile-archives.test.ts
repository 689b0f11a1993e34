import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TAR_END } from '../../../hub/backup/archive/tar.ts';
import { RestoreByPage } from '../../harness/backup/by-page.ts';
import {
	type Content,
	PASSPHRASE,
	contentOf,
	craft,
	encrypted,
	entry,
	everythingIn,
	hubFolder,
	sql,
} from '../../harness/backup/crafted.ts';
import { archive, asksForWork, forged, withFirstEntry, withPages } from '../../harness/backup/hostile.ts';
import { HubProcess } from '../../harness/hub-process.ts';

const TIMEOUT_MS = 180_000;
/** An attack that keeps the hub busy for longer has succeeded. One of these files takes it some hundred ms. */
const MOST_MS = 20_000;
/** What attacks in a row may add to the memory of the hub. `scrypt` alone takes 32 MB for a good file of its own. */
const MOST_MORE_MB = 100;
const MB = 1_048_576;

const hub = new HubProcess();
let page: RestoreByPage;
let data: string;
let content: Content;
let code: string;

beforeAll(async () => {
	await hub.start();
	page = new RestoreByPage(hub.origin);
	code = hub.setUpCode;
	data = await hubFolder();
	content = contentOf(data);
});
afterAll(async () => {
	await hub.remove();
	rmSync(data, { recursive: true });
});

/** All that the hub keeps but its database, which it writes to by itself. */
const kept = () =>
	Object.fromEntries(Object.entries(everythingIn(hub.data)).filter(([name]) => !name.startsWith('mooring.db')));
const memoryMb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${hub.pid}/status`, 'utf8'))![1]) / 1_024;

/** What the hub says to it; that it changed nothing, and how long it took. */
async function refusalOf(backup: Buffer, passphrase = PASSPHRASE): Promise<unknown> {
	const before = kept();
	const began = performance.now();
	const { status, body } = await page.run(code, backup, passphrase);
	expect(performance.now() - began).toBeLessThan(MOST_MS);
	expect([status, typeof body.message]).toEqual([409, 'string']);
	expect(String(body.message)).toMatch(/Nothing was changed\.$/);
	expect(kept()).toEqual(before);
	expect(readdirSync(hub.data).filter((name) => /^(work|before|restore)/.test(name))).toEqual([]);
	return body.fault;
}

async function withDatabase(...statements: string[]): Promise<Buffer> {
	const folder = await hubFolder();
	try {
		await sql(join(folder, 'mooring.db'), ...statements);
		return await craft(contentOf(folder));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const database = (bytes: Buffer) => craft([{ name: 'mooring.db', bytes }, ...content.slice(1)]);

describe('through the set-up page, a hub refuses in words, with nothing changed:', { timeout: TIMEOUT_MS }, () => {
	let before: number;
	beforeAll(() => void (before = memoryMb()));
	afterEach(() => expect(memoryMb() - before).toBeLessThan(MOST_MORE_MB));

	it.each([
		'../../../../tmp/own',
		'/etc/cron.d/own',
		'..\\own',
		'virtual-boards/../../own',
		'images/esp8266/..%2f..%2fown',
		`virtual-boards/${'a'.repeat(65)}/flash`,
		'before-restore-x/key',
		'restored',
		'mooring.db-journal',
	])('a name that leaves its folder or is none of a hub’s: %s', async (name) => {
		expect(await refusalOf(await craft([...content, { name, bytes: Buffer.from('x') }]))).toBe('backup-has-more');
		// listed as what it may be, and named otherwise in the archive
		const [{ bytes }] = content as [Content[0]];
		const written = [entry(name, bytes), ...content.slice(1).map((file) => entry(file.name, file.bytes)), TAR_END];
		expect(await refusalOf(await archive(content, written))).toBe('backup-has-more');
	});

	it.each<[string, (header: Buffer) => void]>([
		['a symbolic link', (header) => void (header.write('2', 156) && header.write('/etc/passwd', 157))],
		['a hard link', (header) => void (header.write('1', 156) && header.write('key', 157))],
		['a device', (header) => header.write('3', 156)],
		['a folder', (header) => header.write('5', 156)],
		['a pipe', (header) => header.write('6', 156)],
		['a sparse file', (header) => header.write('S', 156)],
		['a header of PAX', (header) => header.write('x', 156)],
		['a prefix of the name', (header) => header.write('../..', 345)],
		['a size below zero', (header) => header.write('-0000000001', 124)],
		['a size in base 256', (header) => header.writeUInt8(0x80, 124)],
	])('%s in the place of the database', async (_, change) => {
		const { bytes } = content[0]!;
		const padding = Buffer.alloc((512 - (bytes.length % 512)) % 512);
		const backup = await withFirstEntry(content, (header) => [forged(header, change), bytes, padding]);
		expect(await refusalOf(backup)).toBe('backup-damaged');
	});

	it('a file that is small in its list, and larger in the archive, or goes on behind its end', async () => {
		const large = Buffer.alloc(48 * MB);
		const size = (header: Buffer) => header.write(large.length.toString(8).padStart(11, '0'), 124);
		expect(await refusalOf(await withFirstEntry(content, (header) => [forged(header, size), large]))).toBe(
			'backup-damaged',
		);
		expect(await refusalOf(await withFirstEntry(content, (header) => [header, large]))).toBe('backup-damaged');
		expect(await refusalOf(await craft(content, { end: Buffer.concat([TAR_END, large]) }))).toBe('backup-damaged');
		expect(await refusalOf(await craft(content, { end: large }))).toBe('backup-damaged');
		expect(await refusalOf(await encrypted(large))).toBe('backup-of-another-program');
	});

	it('a list that claims more than there can be, or is larger than a list', async () => {
		const sized = (size: unknown) =>
			craft(content, {
				manifest: (manifest) => ({
					...manifest,
					files: (manifest.files as object[]).map((file, index) => (index === 0 ? { ...file, size } : file)),
				}),
			});
		expect(await refusalOf(await sized(5 * 1_024 ** 3))).toBe('backup-too-large');
		for (const size of [-1, 1.5, '9', null, 1e300]) expect(await refusalOf(await sized(size))).toBe('backup-damaged');
		const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
		expect(await refusalOf(await encrypted(Buffer.concat([entry('manifest.json', Buffer.from(deep)), TAR_END])))).toBe(
			'backup-of-another-program',
		);
		const long = Buffer.alloc(2 * MB, ' ');
		expect(await refusalOf(await encrypted(Buffer.concat([entry('manifest.json', long), TAR_END])))).toBe(
			'backup-too-large',
		);
	});

	it.each<[string, string[]]>([
		['a trigger', ['CREATE TRIGGER own AFTER INSERT ON user BEGIN DELETE FROM device; END']],
		[
			'a view with a program of its own',
			['CREATE VIEW own AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'],
		],
		['a table more', ['CREATE TABLE own (id TEXT)']],
		['a virtual table', ['CREATE VIRTUAL TABLE own USING fts5(text)']],
		['an index of an expression', ['CREATE INDEX own ON user (length(hex(zeroblob(1000000)) || name))']],
		['a generated column', ['ALTER TABLE user ADD COLUMN own TEXT AS (hex(zeroblob(100000000)))']],
		[
			'a table that is written otherwise',
			['PRAGMA writable_schema = ON', `UPDATE sqlite_master SET sql = sql || ' WITHOUT ROWID' WHERE name = 'setting'`],
		],
		['a version that is none', ['PRAGMA user_version = -1']],
	])('a database with %s', async (_, statements) => {
		expect(await refusalOf(await withDatabase(...statements))).toMatch(/^backup-database-(changed|damaged)$/);
	});

	it.each([1, 1_000_000, 0x7fff_ffff, 0xffff_fffe])('a database that says it has %i pages', async (pages) => {
		const backup = await database(withPages(content[0]!.bytes, pages));
		expect(await refusalOf(backup)).toMatch(/^backup-database/);
	});

	it('a database whose pages are exchanged, or whose root is a page of another table', async () => {
		const { bytes } = content[0]!;
		const exchanged = Buffer.from(bytes);
		bytes.copy(exchanged, 4_096, 8_192, 12_288);
		bytes.copy(exchanged, 8_192, 4_096, 8_192);
		expect(await refusalOf(await database(exchanged))).toMatch(/^backup-database/);
		const roots = await withDatabase(
			'PRAGMA writable_schema = ON',
			"UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'user') WHERE name = 'session'",
		);
		expect(await refusalOf(roots)).toMatch(/^backup-database/);
	});

	it('a file that asks for more work than there is', async () => {
		for (const work of [19, 30, 31, 63, 99]) expect(await refusalOf(asksForWork(work))).toBe('not-a-backup');
		for (const work of [0, '018', '1e3', '-1', '100'])
			expect(await refusalOf(asksForWork(work))).toMatch(/^(backup-damaged|not-a-backup)$/);
		// As much as Debian's age asks for is worked, for whoever may then try another passphrase.
		expect((await page.run(code, asksForWork(18), PASSPHRASE)).body.fault).toBe('wrong-passphrase');
		expect(await page.run(code, Buffer.alloc(0), PASSPHRASE)).toMatchObject({ status: 409 });
	});

	it('a header without an end, or with a thousand recipients', async () => {
		const first = 'age-encryption.org/v1\n';
		expect(await refusalOf(Buffer.from(first + '-> scrypt '.repeat(1_000_000)))).toBe('backup-damaged');
		const recipient = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
		expect(await refusalOf(Buffer.from(first + recipient.repeat(1_000)))).toBe('not-by-passphrase');
	});

	it('one that is cut at any block of what is encrypted, or in its header', async () => {
		const whole = await craft(content);
		// age encrypts by 64 KB and 16 bytes; the header has less than 200 bytes
		const cuts = [1, 21, 22, 40, 100, 150, 165, 170, 200, 216];
		for (let at = 65_536; at < whole.length; at += 65_552) cuts.push(at - 1, at, at + 17, at + 300);
		for (const cut of cuts.filter((at) => at < whole.length)) {
			const told = await refusalOf(whole.subarray(0, cut));
			expect([cut, told]).toEqual([
				cut,
				expect.stringMatching(/^(backup-damaged|not-by-passphrase|wrong-passphrase)$/),
			]);
		}
	});

	it('one whose archive is cut at any of its blocks, though its encryption is whole', async () => {
		const files = content.map(({ name, bytes }) => entry(name, bytes));
		const all = Buffer.concat([...files, TAR_END]);
		const edges = [0, files[0]!.length, files[0]!.length + files[1]!.length, all.length - 512];
		for (const edge of edges)
			for (const at of [edge, edge + 256, edge + 512].filter((at) => at < all.length))
				expect([at, await refusalOf(await archive(content, [all.subarray(0, at)]))]).toEqual([at, 'backup-damaged']);
	});

	it('and takes a good one then', async () => {
		expect(await page.run(code, await craft(content), PASSPHRASE)).toMatchObject({ status: 200 });
		await page.isBack();
	});
});
