import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from '@bufbuild/protobuf';
import { Audit } from '../../hub/history/audit.ts';
import { findPage } from '../../hub/history/find-entries.ts';
import { findPeople } from '../../hub/history/find-people.ts';
import { listenToDevices } from '../../hub/history/device-audit.ts';
import { pruneAudit } from '../../hub/history/prune-audit.ts';
import { ManualClock } from '../../hub/base/manual-clock.ts';
import type { LiveDevice } from '../../hub/devices/live-device.ts';
import { reportReading } from '../../hub/devices/readings/report-reading.ts';
import { readingsHistory } from '../../hub/devices/readings/samples-history.ts';
import { rollUpSamples } from '../../hub/devices/readings/samples-roll-up.ts';
import { type AuditQuery, ReadingsRange } from '../../protocol/dashboard/history.ts';
import { SensorReadingSchema, Unit } from '../../protocol/device_pb.ts';
import { TestDevices } from '../harness/devices.ts';
import { report } from './lib/report.ts';
import { median } from './lib/statistics.ts';

/**
 * A year of a household with 20 devices, made with the hub's own functions and a clock moved by hand: how large the
 * database gets, and how fast history is read from it. Each device reports two quantities a minute (only every five
 * minutes on days of which just the means are left in the end, which take the same room). Its relays are switched 24
 * times a day, and its Wi-Fi drops twice a day.
 */
const DEVICES = 20;
const DAYS = 365;
const MONTH = 30;
const MINUTE_MS = 60_000;
/** Minutes between writes. The tables then hold the same as with the hub's own ten. */
const WRITTEN = 360;
const SWITCHED_A_DAY = 24;
const DROPS_A_DAY = 2;
const HISTORY_DAYS = 365;
/** Days before a figure is taken on which every minute is reported: longer than samples are kept. */
const RAW_DAYS = 3;
/** Entries of the audit log among which its filters are timed. */
const MANY_ENTRIES = 1_000_000;
const READS = 7;

const folder = mkdtempSync(join(tmpdir(), 'mooring-growth-'));
const file = join(folder, 'mooring.db');
const clock = new ManualClock(Date.UTC(2026, 0, 1));
const devices = await TestDevices.open(file, clock);
const em = () => devices.options.orm.em.fork();
// Faster, and a power cut would lose nothing that anybody needs.
await em().execute('PRAGMA synchronous = OFF');
const house: LiveDevice[] = [];
for (let n = 0; n < DEVICES; n++) house.push(await devices.add(`device-${n}-0123456789ab`, `Device ${n}`));
const audit = await Audit.open(devices.options);
listenToDevices(audit, devices);

const megabytes: Record<string, number> = {};
for (let day = 1; day <= DAYS; day++) {
	for (let minute = 0; minute < 24 * 60; minute++) {
		for (const [n, device] of house.entries()) live(device, n, day, minute);
		clock.stepWall(MINUTE_MS);
		if (minute % WRITTEN !== WRITTEN - 1) continue;
		await devices.writes.flush();
		await audit.flush();
		await rollUpSamples(em(), clock.now());
		// The wall clock has moved already; now the monotonic clock follows, by which entries are counted.
		clock.stepWall(-WRITTEN * MINUTE_MS);
		clock.advance(WRITTEN * MINUTE_MS);
	}
	await pruneAudit(audit, HISTORY_DAYS);
	if (day === MONTH || day === DAYS) megabytes[`day ${day}`] = await size();
}
const year = megabytes[`day ${DAYS}`]!;
const parts = await tables();
const hours = await tableMegabytes('sensor_hour');
const reads = {
	...(await readingTimes()),
	...(await auditTimes()),
};

const row = (what: string, hub: string, goal = '') => ({ what, hub, against: '', ratio: '', goal });
report(
	'growth',
	[
		row('20 devices after a month', `${megabytes[`day ${MONTH}`]!.toFixed(1)} MB`),
		row('after a year', `${year.toFixed(1)} MB`),
		...parts.map(({ name, mb }) => row(`  of it ${name}`, `${mb.toFixed(1)} MB`)),
		row('after two years and ever after (estimated: the hours double)', `${(year + hours).toFixed(1)} MB`),
		...Object.entries(reads).map(([what, ms]) => row(what, `${ms.toFixed(1)} ms`)),
	],
	{
		monthMegabytes: megabytes[`day ${MONTH}`]!,
		yearMegabytes: year,
		steadyMegabytes: year + hours,
		...Object.fromEntries(Object.entries(reads).map(([what, ms]) => [`${what}, ms`, ms])),
	},
);
await devices.close();
rmSync(folder, { recursive: true });
process.exit(0);

function live(device: LiveDevice, n: number, day: number, minute: number): void {
	if (minute % 5 === 0 || isRawKept(day)) readings(device, n, day, minute);
	if ((minute + n) % (1_440 / SWITCHED_A_DAY) === 0) {
		const relay = device.relays[minute % 2]!;
		const byHand = minute % 3 === 0;
		Object.assign(relay, {
			reported: !relay.reported,
			cause: byHand ? 'command' : 'schedule',
			by: byHand ? 'anna' : null,
		});
		devices.events.emit('RelaySwitched', { device, relay, forMs: 0 });
	}
	const sinceDrop = (minute + 31 * n) % (1_440 / DROPS_A_DAY);
	if (sinceDrop > 1) return;
	device.presence = sinceDrop === 0 ? 'away' : 'online';
	devices.events.emit('PresenceMoved', { device });
}

/** Whether samples of this day still exist when a figure is taken. */
function isRawKept(day: number): boolean {
	return [MONTH, DAYS].some((end) => day > end - RAW_DAYS && day <= end);
}

function readings(device: LiveDevice, n: number, day: number, minute: number): void {
	const sun = Math.sin((minute / 1_440) * 2 * Math.PI + n);
	reading(device, Unit.CELSIUS, 20 + 5 * sun + ((day * 7 + minute) % 10) / 10);
	reading(device, Unit.PERCENT, 50 - 20 * sun + ((day * 3 + minute) % 10) / 5);
}

function reading(device: LiveDevice, unit: Unit, value: number): void {
	reportReading(devices, device, create(SensorReadingSchema, { sensor: 1, unit, value }));
}

/** The size of the database file, after its log was copied into it. */
async function size(): Promise<number> {
	await em().execute('PRAGMA wal_checkpoint(TRUNCATE)');
	return statSync(file).size / 1e6;
}

async function tables(): Promise<{ name: string; mb: number }[]> {
	const names = ['audit_entry', 'sensor_raw', 'sensor_five_minutes', 'sensor_hour'];
	return Promise.all(names.map(async (name) => ({ name, mb: await tableMegabytes(name) })));
}

/** A table with its indexes. */
async function tableMegabytes(name: string): Promise<number> {
	const [row] = await em().execute<{ bytes: number }[]>(
		'SELECT sum(pgsize) AS bytes FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = ?)',
		[name],
	);
	return row!.bytes / 1e6;
}

async function timed(read: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (let n = 0; n < READS; n++) {
		const began = performance.now();
		await read();
		times.push(performance.now() - began);
	}
	return median(times);
}

async function readingTimes(): Promise<Record<string, number>> {
	const times: Record<string, number> = {};
	for (const range of ReadingsRange.options)
		times[`readings of ${range}`] = await timed(() => readingsHistory(devices, house[7]!, range));
	return times;
}

/**
 * Reads the audit log with as many entries as a busy house makes in years: each filter, recent pages and one far back.
 */
async function auditTimes(): Promise<Record<string, number>> {
	const [year] = await em().execute<{ n: number; first: number; last: number; began: number }[]>(
		'SELECT count(*) AS n, min(id) AS first, max(id) AS last, min(at) AS began FROM audit_entry',
	);
	const { n, first, last, began } = year!;
	const length = clock.now() - began;
	const copies = Math.ceil(MANY_ENTRIES / n) - 1;
	for (let copy = 1; copy <= copies; copy++)
		await em().execute(
			`INSERT INTO audit_entry SELECT id + ${copy * (last - first + 1)}, at + ${copy * length}, kind, what, device_id,
				device_name, relay, relay_name, person, cause, details FROM audit_entry WHERE id <= ${last}`,
		);
	clock.advance(copies * length);
	await em().execute(
		`UPDATE audit_entry SET kind = 'token', what = 'rotated' WHERE id = (SELECT max(id) FROM audit_entry)`,
	);
	const middle = last + Math.floor((copies * n) / 2);
	const dayFar = { from: began + length, to: began + length + 24 * 3_600_000 };
	const page = (query: Partial<AuditQuery>) => timed(() => findPage(audit, { limit: 50, ...query }));
	return {
		'audit, 1 M entries: newest page': await page({}),
		'audit: a page in the middle': await page({ before: middle }),
		'audit: by device': await page({ device: house[3]!.record.id }),
		'audit: by person': await page({ person: 'anna' }),
		'audit: by a rare kind': await page({ kind: 'token' }),
		'audit: by device and a rare kind': await page({ device: house[3]!.record.id, kind: 'token' }),
		'audit: one day long ago': await page(dayFar),
		'audit: one day and one device': await page({ ...dayFar, device: house[3]!.record.id }),
		'audit: from the very first on': await page({ from: 0 }),
		'audit: people': await timed(() => findPeople(audit)),
	};
}
