import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
	type Content,
	contentOf,
	craft,
	encrypted,
	entry,
	everythingIn,
	hubFolder,
	restoreInto,
	rowsOf,
	sql,
} from '../../../test/harness/backup/crafted.ts';
import { migrations } from '../../schema.ts';
import { TAR_END } from '../archive/tar.ts';

/** a hub with its owner */
let used: string;
let source: string;
let data: string;
let content: Content;
beforeAll(async () => void (used = await hubFolder()));
afterAll(() => rmSync(used, { recursive: true }));
beforeEach(() => {
	source = mkdtempSync(join(tmpdir(), 'mooring-from-'));
	cpSync(used, source, { recursive: true });
	content = contentOf(source);
	data = mkdtempSync(join(tmpdir(), 'mooring-into-'));
	writeFileSync(join(data, 'setup-code'), 'here before');
});
afterEach(() => {
	for (const folder of [source, data]) rmSync(folder, { recursive: true });
});

/** Why a backup is refused, after a look at whether anything was changed by reading it. */
async function refusalOf(backup: Buffer, change: Parameters<typeof restoreInto>[2] = {}) {
	const before = everythingIn(data);
	const read = await restoreInto(data, backup, change);
	expect(everythingIn(data)).toEqual(before);
	return read.ok ? undefined : read.error;
}

/** A backup whose database was changed by these statements. */
async function withDatabase(...statements: string[]): Promise<Buffer> {
	const file = join(source, 'mooring.db');
	await sql(file, ...statements);
	return craft(contentOf(source));
}

it('takes a backup that is as it should be, without the sessions, invitations, API tokens and recovery codes', async () => {
	const read = await restoreInto(data, await craft(content));
	if (!read.ok) throw new Error(read.error.message);
	const { folder, manifest, discard } = read.value;
	expect(manifest.files).toHaveLength(3);
	expect(readdirSync(join(folder, 'new')).sort()).toEqual([
		'hub-id',
		'key',
		'mooring.db',
		'restored',
		'virtual-boards',
	]);
	const database = join(folder, 'new/mooring.db');
	expect(await rowsOf(database, 'SELECT name FROM user')).toEqual([{ name: 'Anna' }]);
	expect(await rowsOf(database, 'SELECT user_id FROM second_factor')).toEqual([{ user_id: 'anna' }]);
	for (const table of ['session', 'invitation', 'api_token', 'recovery_code'])
		expect(await rowsOf(database, `SELECT * FROM ${table}`)).toEqual([]);
	expect(readFileSync(join(folder, 'new/key')).equals(content[1]!.bytes)).toBe(true);
	discard();
	expect(readdirSync(data)).toEqual(['setup-code']);
});

describe('a backup is refused, and nothing is changed:', { timeout: 60_000 }, () => {
	it('a wrong passphrase', async () => {
		expect(await refusalOf(await craft(content), { passphrase: 'wrong, wrong, wrong' })).toMatchObject({
			kind: 'wrong-passphrase',
		});
	});

	it('no file, an empty one, and one of another kind', async () => {
		expect(await refusalOf(Buffer.alloc(0), { file: join(data, 'none') })).toMatchObject({ kind: 'no-backup-file' });
		expect(await refusalOf(Buffer.alloc(0), { file: data })).toMatchObject({ kind: 'no-backup-file' });
		expect(await refusalOf(Buffer.alloc(0))).toMatchObject({ kind: 'backup-damaged' });
		expect(await refusalOf(Buffer.from('SQLite format 3\0'))).toMatchObject({ kind: 'not-a-backup' });
	});

	it('one that is cut, and one of which a bit is flipped', async () => {
		const whole = await craft(content);
		for (const part of [0.1, 0.5, 0.999])
			expect(await refusalOf(whole.subarray(0, whole.length * part))).toMatchObject({ kind: 'backup-damaged' });
		const flipped = Buffer.from(whole);
		flipped[Math.floor(whole.length / 2)]! ^= 0x10;
		expect(await refusalOf(flipped)).toMatchObject({ kind: 'backup-damaged' });
	});

	it.each([
		['text', Buffer.from('my diary')],
		['a tar', Buffer.concat([entry('diary.txt', Buffer.from('my diary')), TAR_END])],
		['a tar with a manifest that is no JSON', Buffer.concat([entry('manifest.json', Buffer.from('{')), TAR_END])],
		['a tar with a manifest of others', Buffer.concat([entry('manifest.json', Buffer.from('{"format":1}')), TAR_END])],
	])('another program’s: %s', async (_, bytes) => {
		expect(await refusalOf(await encrypted(bytes))).toMatchObject({ kind: 'backup-of-another-program' });
	});

	it.each([
		['format', { format: 2, version: '0.2.0', files: 'in another way' }],
		['version', { version: '99.0.0' }],
		['schema', { schema: 999 }],
	])('one of a newer %s', async (_, newer) => {
		const backup = await craft(content, { manifest: (manifest) => ({ ...manifest, ...newer }) });
		expect(await refusalOf(backup)).toMatchObject({ kind: 'backup-newer' });
	});

	it.each([
		'../key',
		'/etc/cron.d/mooring',
		'virtual-boards/../../key',
		'virtual-boards/../flash',
		'virtual-boards/a/b/flash',
		'virtual-boards/a/flash/',
		'images/esp8266/../../key',
		'images/esp8266/.hidden',
		'setup-code',
		'ended-sessions',
		'mooring.db-wal',
		'KEY',
		'key',
	])('one that lists a file more: %s', async (name) => {
		const backup = await craft([...content, { name, bytes: Buffer.from('x') }]);
		expect(await refusalOf(backup)).toMatchObject({ kind: 'backup-has-more', params: { entry: name } });
	});

	it('one whose archive holds another name than its list, a file more, or more after its end', async () => {
		const [database, key, hubId] = content.map(({ name, bytes }) => entry(name, bytes));
		const other = entry('../key', content[1]!.bytes);
		expect(await refusalOf(await craft(content, { written: [database!, other, hubId!] }))).toMatchObject({
			kind: 'backup-has-more',
			params: { entry: '../key' },
		});
		for (const end of [
			Buffer.concat([key!, TAR_END]),
			Buffer.concat([TAR_END, key!]),
			Buffer.alloc(0),
			TAR_END.subarray(512),
		])
			expect(await refusalOf(await craft(content, { end }))).toMatchObject({ kind: 'backup-damaged' });
	});

	it('one that lacks a file, or whose file is another than its hash says', async () => {
		for (const missing of [0, 1])
			expect(await refusalOf(await craft(content.filter((_, index) => index !== missing)))).toMatchObject({
				kind: 'backup-damaged',
			});
		const written = content.map(({ name, bytes }) =>
			entry(name, name === 'key' ? Buffer.from(bytes).fill('A') : bytes),
		);
		expect(await refusalOf(await craft(content, { written }))).toMatchObject({ kind: 'backup-damaged' });
	});

	it('one that claims to be larger than a backup can be, as a whole, in a file, or in its number of files', async () => {
		const sized = (size: number) => (manifest: Record<string, unknown>) => ({
			...manifest,
			files: (manifest.files as object[]).map((file, index) => (index === 0 ? { ...file, size } : file)),
		});
		for (const size of [4 * 1_024 ** 3 + 1, Number.MAX_SAFE_INTEGER])
			expect(await refusalOf(await craft(content, { manifest: sized(size) }))).toMatchObject({
				kind: 'backup-too-large',
			});
		const many = Array.from({ length: 4_097 }, (_, n) => ({
			name: `virtual-boards/${n}/flash`,
			size: 0,
			sha256: '0'.repeat(64),
		}));
		expect(
			await refusalOf(await craft(content, { manifest: (manifest) => ({ ...manifest, files: many }) })),
		).toMatchObject({ kind: 'backup-damaged' });
		const long = { name: 'key', bytes: Buffer.alloc(2_000, 'A') };
		expect(await refusalOf(await craft([content[0]!, long, content[2]!]))).toMatchObject({ kind: 'backup-too-large' });
		for (const [name, most] of [
			['config.mooring', 4_096],
			['keys.json', 65_536],
			['flash', 4 * 1_048_576],
		] as const) {
			const file = { name: `virtual-boards/a/${name}`, bytes: Buffer.alloc(most + 1) };
			expect(await refusalOf(await craft([...content, file])), name).toMatchObject({ kind: 'backup-too-large' });
		}
	});

	it('one whose key or id is none', async () => {
		for (const bytes of [Buffer.from('short'), Buffer.alloc(0), Buffer.from('ä'.repeat(43))])
			expect(await refusalOf(await craft([content[0]!, { name: 'key', bytes }, content[2]!]))).toMatchObject({
				kind: 'backup-key-damaged',
			});
		const backup = await craft(content, { manifest: (manifest) => ({ ...manifest, hubId: '0'.repeat(32) }) });
		expect(await refusalOf(backup)).toMatchObject({ kind: 'backup-key-damaged' });
	});

	it.each([
		["CREATE TRIGGER own AFTER INSERT ON user BEGIN UPDATE user SET role = 'owner'; END", 'it has a trigger "own"'],
		// to LIKE, an underscore is any character
		[
			'CREATE TRIGGER "sqlite-autoindex-own" AFTER DELETE ON session BEGIN DELETE FROM user; END',
			'it has a trigger "sqlite-autoindex-own"',
		],
		['CREATE VIEW own AS SELECT * FROM user', 'it has a view "own"'],
		['CREATE TABLE own (id TEXT)', 'it has a table "own"'],
		['CREATE INDEX own ON user (lower(name))', 'it has a index "own"'],
		['DROP INDEX audit_entry_at', 'the index "audit_entry_at" is missing'],
		['ALTER TABLE user ADD COLUMN more TEXT', 'it has a table "user"'],
		['PRAGMA user_version = 1', `its version is 1, not ${migrations.length}`],
	])('one whose database was changed: %s', async (statement, what) => {
		expect(await refusalOf(await withDatabase(statement))).toMatchObject({
			kind: 'backup-database-changed',
			params: { what },
		});
	});

	it('one whose database has a table of the same name that does something else', async () => {
		const backup = await withDatabase(
			'DROP TABLE setting',
			'CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (length(value) < 9)) STRICT',
		);
		expect(await refusalOf(backup)).toMatchObject({ kind: 'backup-database-changed' });
	});

	it.each([
		['scene (', 'scene\u00a0('],
		['members TEXT', 'members\u00a0TEXT'],
		['id TEXT', '\ufeffid TEXT'],
	])('one whose schema differs by a sign that is white space to JavaScript and not to SQLite: %j', async (from, to) => {
		const backup = await withDatabase(
			'PRAGMA writable_schema = ON',
			`UPDATE sqlite_master SET sql = replace(sql, '${from}', '${to}') WHERE name = 'scene'`,
		);
		expect(await refusalOf(backup)).toMatchObject({ kind: expect.stringMatching(/^backup-database/) });
	});

	it('one whose database is none, or has pages or rows that cannot be', async () => {
		const database = (bytes: Buffer) => craft([{ name: 'mooring.db', bytes }, content[1]!, content[2]!]);
		expect(await refusalOf(await database(Buffer.from('no database')))).toMatchObject({
			kind: 'backup-database-damaged',
		});
		expect(await refusalOf(await database(Buffer.alloc(0)))).toMatchObject({
			kind: expect.stringMatching(/^backup-database/),
		});
		const torn = Buffer.from(content[0]!.bytes);
		torn.fill(0x5a, 4_096 * 3, 4_096 * 6);
		expect(await refusalOf(await database(torn))).toMatchObject({ kind: 'backup-database-damaged' });
		const orphan = await withDatabase("INSERT INTO session VALUES ('b', 'nobody', 1, 1, '', '', 'shown', NULL)");
		expect(await refusalOf(orphan)).toMatchObject({ kind: 'backup-database-damaged' });
	});
});
