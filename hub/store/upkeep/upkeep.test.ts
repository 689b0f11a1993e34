import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineEntity } from '@mikro-orm/core';
import type { MikroORM, SqlEntityManager } from '@mikro-orm/sqlite';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import { openSqlite } from '../sqlite-file.ts';
import { boundLog } from './bound-log.ts';
import { makeShrinkable } from './make-shrinkable.ts';
import { measureStorage } from './measure-storage.ts';
import { KEPT_FREE_PAGES, shrinkDatabase } from './shrink-database.ts';

const PAGE = 4_096;
/** 8 MB */
const ROWS = 2_000;
const FILL = `WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})
	INSERT INTO thing SELECT i, randomblob(${PAGE}) FROM n`;
const TABLE = 'CREATE TABLE thing (id INTEGER PRIMARY KEY, bytes BLOB) STRICT';
const Thing = defineEntity({
	name: 'Thing',
	tableName: 'thing',
	properties: (p) => ({ id: p.integer().primary(), bytes: p.blob() }),
});
const silent = pino({ level: 'silent' });

let folder: string;
let file: string;
const endings: (() => unknown)[] = [];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-upkeep-'));
	file = join(folder, 'mooring.db');
});
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
	rmSync(folder, { recursive: true });
});

async function open(): Promise<MikroORM> {
	const store = await openStore({ file, entities: [Thing], migrations: [[TABLE]] });
	if (!store.ok) throw new Error(store.error.message);
	endings.push(() => store.value.close(true));
	return store.value;
}

async function sql<Row>(orm: MikroORM, statement: string): Promise<Row[]> {
	return (orm.em.fork() as SqlEntityManager).execute<Row[]>(statement);
}

/** A database as versions before this one made it: it does not give pages back. */
async function older(): Promise<void> {
	writeFileSync(file, ''); // an empty file is an empty database
	const database = await openSqlite(file, 'write');
	for (const statement of ['PRAGMA journal_mode = WAL', TABLE, FILL, 'PRAGMA user_version = 1'])
		await database.all(statement);
	await database.close();
}

const size = () => statSync(file).size;
/** Takes the log into the database, so that its file has its true size. */
const checkpoint = (orm: MikroORM) => sql(orm, 'PRAGMA wal_checkpoint(TRUNCATE)');

describe('a database', () => {
	it('becomes smaller after its rows were deleted, and keeps a few free pages for what comes', async () => {
		const orm = await open();
		await sql(orm, FILL);
		await sql(orm, 'DELETE FROM thing WHERE id > 10');
		await checkpoint(orm);
		const full = size();
		let pauses = 0;
		const pages = await shrinkDatabase(orm, async () => void pauses++);
		await checkpoint(orm);
		expect(pages).toBeGreaterThan(ROWS - KEPT_FREE_PAGES - 100);
		expect(pauses).toBeGreaterThan(10);
		// The pages of the map of pages go with them.
		expect(full - size()).toBeGreaterThanOrEqual(pages * PAGE);
		expect(await sql(orm, 'PRAGMA freelist_count')).toEqual([{ freelist_count: KEPT_FREE_PAGES }]);
		expect(await sql(orm, 'SELECT count(*) AS n FROM thing')).toEqual([{ n: 10 }]);
		expect(await sql(orm, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
		expect(await shrinkDatabase(orm, async () => undefined)).toBe(0);
	});

	it('goes on being written while it shrinks', async () => {
		const orm = await open();
		await sql(orm, FILL);
		await sql(orm, 'DELETE FROM thing');
		let written = 0;
		await shrinkDatabase(orm, async () => void (await sql(orm, `INSERT INTO thing VALUES (${++written}, x'00')`)));
		expect(written).toBeGreaterThan(10);
		expect(await sql(orm, 'SELECT count(*) AS n FROM thing')).toEqual([{ n: written }]);
	});

	it('of an older version is rewritten once, and shrinks then', async () => {
		await older();
		const orm = await open();
		expect(await sql(orm, 'PRAGMA auto_vacuum')).toEqual([{ auto_vacuum: 0 }]);
		await makeShrinkable(orm, file, silent);
		expect(await sql(orm, 'PRAGMA auto_vacuum')).toEqual([{ auto_vacuum: 2 }]);
		expect(await sql(orm, 'SELECT count(*) AS n, sum(length(bytes)) AS bytes FROM thing')).toEqual([
			{ n: ROWS, bytes: ROWS * PAGE },
		]);
		await sql(orm, 'DELETE FROM thing');
		expect(await shrinkDatabase(orm, async () => undefined)).toBeGreaterThan(ROWS / 2);
		const lines: string[] = [];
		const log = pino({}, { write: (line: string) => void lines.push(line) });
		await makeShrinkable(orm, file, log);
		expect(lines).toEqual([]);
	});

	it('of an older version that is large is left as it is, which is said', async () => {
		await older();
		const orm = await open();
		const lines: string[] = [];
		await makeShrinkable(orm, file, pino({}, { write: (line: string) => void lines.push(line) }), 1_000_000);
		expect(lines.join()).toContain('too large to be rewritten');
		expect(await sql(orm, 'PRAGMA auto_vacuum')).toEqual([{ auto_vacuum: 0 }]);
		await sql(orm, 'DELETE FROM thing');
		expect(await shrinkDatabase(orm, async () => undefined)).toBe(0);
	});
});

describe('the write-ahead log', () => {
	const write = (orm: MikroORM) => sql(orm, `INSERT INTO thing (bytes) VALUES (randomblob(${4 * PAGE}))`);
	const MOST = 6 * 1_048_576;

	it('stays small while others have the database open and read it now and then', async () => {
		const orm = await open();
		const reader = await openSqlite(file, 'read');
		endings.push(() => reader.close());
		let most = 0;
		for (let n = 0; n < 600; n++) {
			await write(orm);
			if (n % 10 === 0) await reader.all('SELECT count(*) FROM thing');
			most = Math.max(most, (await measureStorage(file)).logBytes);
		}
		expect(most).toBeGreaterThan(1_000_000);
		expect(most).toBeLessThan(MOST);
	}, 60_000);

	it('that has grown beside a long reader is cut, and is reported as busy before', async () => {
		const orm = await open();
		const reader = await openSqlite(file, 'read');
		endings.push(() => reader.close());
		await write(orm);
		await reader.all('BEGIN');
		await reader.all('SELECT count(*) FROM thing');
		for (let n = 0; n < 500; n++) await write(orm);
		const grown = (await measureStorage(file)).logBytes;
		expect(grown).toBeGreaterThan(MOST);
		expect(await boundLog(file, MOST)).toEqual({ bytes: grown, busy: true });
		await reader.all('COMMIT');
		expect(await boundLog(file, MOST)).toEqual({ bytes: grown, busy: false });
		expect((await measureStorage(file)).logBytes).toBe(0);
		expect(await boundLog(file, MOST)).toEqual({ bytes: 0, busy: false });
	}, 60_000);
});

describe('the size of the storage', () => {
	it('is that of the files, and of the free room of their disk', async () => {
		const orm = await open();
		await sql(orm, FILL);
		const { databaseBytes, logBytes, freeBytes } = await measureStorage(file);
		expect(databaseBytes).toBe(size());
		expect(logBytes).toBe(statSync(`${file}-wal`).size);
		expect(freeBytes).toBeGreaterThan(0);
	});

	it('is 0 and unknown where nothing is', async () => {
		expect(await measureStorage('/nowhere/at/all.db')).toEqual({ databaseBytes: 0, logBytes: 0, freeBytes: null });
	});
});
