import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestDevices } from '../../test/harness/devices.ts';
import { Setting } from '../settings/stored-value.ts';
import { CHECK_EVERY_MS, DatabaseCheck } from './database-check.ts';

const PAGE = 4_096;

let folder: string;
let file: string;
let devices: TestDevices;
let lines: string[];

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-check-'));
	file = join(folder, 'mooring.db');
	devices = await TestDevices.open(file);
	lines = [];
});
afterEach(async () => {
	await devices.close();
	rmSync(folder, { recursive: true });
});

async function open(): Promise<DatabaseCheck> {
	const { orm, clock } = devices.options;
	const log = pino({}, { write: (line: string) => void lines.push(line) });
	const check = new DatabaseCheck({ orm, clock, log, file });
	await check.load();
	return check;
}

it('is run when there was none, and again a week later, over a restart of the hub', async () => {
	let check = await open();
	expect(check.last).toBeUndefined();
	await check.runIfDue();
	const first = { at: devices.clock.now(), ok: true };
	expect(check.last).toEqual(first);
	devices.clock.advance(CHECK_EVERY_MS - 1);
	check = await open();
	await check.runIfDue();
	expect(check.last).toEqual(first);
	devices.clock.advance(1);
	await check.runIfDue();
	expect(check.last).toEqual({ at: devices.clock.now(), ok: true });
});

it('is run again if the last one was noted by a clock that was ahead', async () => {
	const check = await open();
	await check.note(true);
	devices.clock.stepWall(-CHECK_EVERY_MS);
	await check.runIfDue();
	expect(check.last).toEqual({ at: devices.clock.now(), ok: true });
});

it('finds a damaged page, says so, and looks again each time', async () => {
	for (let n = 0; n < 200; n++) await devices.add(`d${n}`, 'x'.repeat(40));
	await devices.options.orm.em.fork().execute('PRAGMA wal_checkpoint(TRUNCATE)');
	const pages = statSync(file).size / PAGE;
	const damaged = openSync(file, 'r+');
	for (let page = pages - 8; page < pages; page++) writeSync(damaged, Buffer.alloc(PAGE, 0xa5), 0, PAGE, page * PAGE);
	closeSync(damaged);
	const check = await open();
	for (let time = 1; time <= 2; time++) {
		await check.runIfDue();
		expect(check.last).toEqual({ at: devices.clock.now(), ok: false });
		expect(lines.filter((line) => line.includes('THE DATABASE IS DAMAGED'))).toHaveLength(time);
	}
});

it('that was stored as something else counts as none', async () => {
	await devices.options.orm.em.fork().insert(Setting, { key: 'database-check', value: '{"at":"yesterday"}' });
	expect((await open()).last).toBeUndefined();
});
