import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TestDevices } from '../../test/harness/devices.ts';
import type { Timer } from '../base/clock.ts';
import { openSqlite } from '../store/sqlite-file.ts';
import { MAX_LOG_BYTES } from '../store/upkeep/bound-log.ts';
import { measureStorage } from '../store/upkeep/measure-storage.ts';
import { DatabaseCheck } from './database-check.ts';
import { keepDatabase } from './keep-database.ts';

const MINUTE_MS = 60_000;
const ROWS = 3_000;
const FILL = `WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})
	INSERT INTO setting SELECT 'filler ' || i, hex(randomblob(4000)) FROM n`;

let folder: string;
let file: string;
let devices: TestDevices;
let check: DatabaseCheck;
let upkeep: Timer;
let lines: string[];

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-keep-'));
	file = join(folder, 'mooring.db');
	devices = await TestDevices.open(file);
	lines = [];
	const { orm, clock } = devices.options;
	const log = pino({}, { write: (line: string) => void lines.push(line) });
	check = new DatabaseCheck({ orm, clock, log, file });
	upkeep = keepDatabase({ orm, clock, log, file, check });
});
afterEach(async () => {
	upkeep.cancel();
	await devices.close();
	rmSync(folder, { recursive: true });
});

const sql = (statement: string) => devices.options.orm.em.fork().execute(statement);

/** Lets time pass, in steps, until the condition holds. */
async function until(condition: () => unknown, stepMs = 50): Promise<void> {
	while (!condition()) {
		devices.clock.advance(stepMs);
		await new Promise((resolve) => setImmediate(resolve));
	}
}

it('makes the database smaller after a prune, and checks it', async () => {
	await sql(FILL);
	await sql("DELETE FROM setting WHERE key LIKE 'filler %'");
	const before = await measureStorage(file);
	devices.clock.advance(2 * MINUTE_MS);
	await until(() => check.last);
	expect(check.last!.ok).toBe(true);
	expect(lines.join()).toContain('the database was made smaller');
	await sql('PRAGMA wal_checkpoint(TRUNCATE)');
	expect((await measureStorage(file)).databaseBytes).toBeLessThan(before.databaseBytes / 2);
});

it('tells that a program keeps the write-ahead log from being emptied, and empties it after that', async () => {
	const reader = await openSqlite(file, 'read');
	await reader.all('BEGIN');
	await reader.all('SELECT count(*) FROM setting');
	await sql(FILL);
	expect((await measureStorage(file)).logBytes).toBeGreaterThan(MAX_LOG_BYTES);
	const told = () => lines.filter((line) => line.includes('cannot be emptied'));
	devices.clock.advance(MINUTE_MS);
	await until(() => told().length === 1, 0);
	await reader.all('COMMIT');
	await reader.close();
	devices.clock.advance(MINUTE_MS);
	await until(() => check.last); // the check reads the database too, and what it found is written then
	const look = () => {
		devices.clock.advance(MINUTE_MS);
		expect(statSync(`${file}-wal`).size).toBeLessThan(MAX_LOG_BYTES);
	};
	await vi.waitFor(look, { timeout: 5_000, interval: 100 });
	expect(told()).toHaveLength(1);
});
