import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA } from '../../../test/harness/records.ts';
import { Unit } from '../../../protocol/device_pb.ts';
import { TestDevices } from '../../../test/harness/devices.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import { deleteDevice } from '../delete-device.ts';
import type { LiveDevice } from '../live-device.ts';
import { loadDevices } from '../load-devices.ts';
import { reportReading } from './report-reading.ts';
import { readingsHistory } from './samples-history.ts';
import { rollUpSamples } from './samples-roll-up.ts';
import { samplesSince } from './samples.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 5, 1, 12);

let devices: TestDevices;
let device: LiveDevice;

beforeEach(async () => {
	devices = await TestDevices.open(':memory:', new ManualClock(NOON));
	device = await devices.add('boiler');
});
afterEach(() => devices.close());

function report(value: number | null, of = device): void {
	reportReading(devices, of, { sensor: 1, unit: Unit.CELSIUS, value });
}

/** A value a minute, and the minute passes. */
function minutes(values: number[]): void {
	for (const value of values) {
		report(value);
		devices.clock.advance(MINUTE);
	}
}

const em = () => devices.options.orm.em.fork();
const rollUp = () => rollUpSamples(em(), devices.clock.now());
const celsius = async (range: '24h' | '7d' | '90d' | '2y' = '24h') =>
	(await readingsHistory(devices, device, range)).series[0]?.points ?? [];

async function rows(table: string): Promise<number> {
	const [row] = await em().execute<{ n: number }[]>(`SELECT count(*) AS n FROM ${table}`);
	return row!.n;
}

describe('the last 24 hours', () => {
	it('are means of five minutes with least and most, those of this hour included', async () => {
		minutes([20, 21, 22, 23, 24, 30.5, 30.5]);
		expect(await celsius()).toEqual([
			[NOON, 22, 20, 24],
			[NOON + 5 * MINUTE, 30.5, 30.5, 30.5],
		]);
	});

	it('are the same before and after the means are made, however often', async () => {
		minutes(Array.from({ length: 150 }, (_, n) => 20 + (n % 7) / 10));
		const before = await celsius();
		expect(before).toHaveLength(30);
		for (let n = 0; n < 3; n++) {
			await rollUp();
			expect(await celsius()).toEqual(before);
		}
		expect(await rows('sensor_five_minutes')).toBe(24);
		expect(await rows('sensor_hour')).toBe(2);
	});

	it('keep what is below zero, and leave a silent sensor out', async () => {
		report(-3.25);
		devices.clock.advance(MINUTE);
		report(null);
		expect(await celsius()).toEqual([[NOON, -3.25, -3.25, -3.25]]);
	});

	it('know nothing of a sensor that was taken away', async () => {
		minutes([20]);
		device.record.plan.sensors = [];
		expect(await celsius()).toEqual([]);
	});
});

describe('the means', () => {
	it('of an hour are made anew when a sample comes late for it', async () => {
		minutes([10]);
		await devices.writes.flush();
		devices.clock.advance(HOUR);
		await rollUp();
		devices.samples.push({ deviceId: 'boiler', sensor: 1, unit: 'celsius', at: NOON + 2 * MINUTE, value: 20 });
		report(12);
		await devices.writes.flush();
		expect((await celsius())[0]).toEqual([NOON, 15, 10, 20]);
		await rollUp();
		expect((await celsius())[0]).toEqual([NOON, 15, 10, 20]);
		expect(await rows('sensor_hour')).toBe(1);
	});

	it('survive a clock that is a day ahead for a while, and one that is set back', async () => {
		minutes(Array.from({ length: 60 }, () => 20));
		await devices.writes.flush();
		await rollUp();
		devices.clock.stepWall(DAY);
		minutes([25]);
		await devices.writes.flush();
		await rollUp();
		devices.clock.stepWall(-DAY);
		minutes(Array.from({ length: 60 }, () => 30));
		await devices.writes.flush();
		await rollUp();
		const points = await celsius();
		expect(points).toHaveLength(25); // one step holds the minute before and the one after
		expect(new Set(points.map(([at]) => at)).size).toBe(25);
		expect(points.filter(([, mean]) => mean === 20)).toHaveLength(12);
		expect(points.every(([at]) => at <= devices.clock.now())).toBe(true);
	});

	it('of an hour over which the hub was restarted are made of both parts', async () => {
		minutes([10, 10]);
		await devices.writes.flush();
		await rollUp();
		minutes([20, 20]);
		await devices.writes.flush();
		devices.clock.advance(HOUR);
		await rollUp();
		expect(await celsius('90d')).toEqual([[NOON, 15, 10, 20]]);
	});

	it('are never doubled or lost, whatever comes when', async () => {
		const step = fc.oneof(
			fc.record({ wait: fc.integer({ min: 1, max: 90 }), value: fc.integer({ min: -4_000, max: 8_000 }) }),
			fc.constant('roll up' as const),
			fc.constant('write' as const),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
				const own = await TestDevices.open(':memory:', new ManualClock(NOON));
				const board = await own.add('b');
				const expected = new Map<number, number[]>();
				for (const step of steps) {
					if (step === 'roll up') await rollUpSamples(own.options.orm.em.fork(), own.clock.now());
					else if (step === 'write') await own.writes.flush();
					else {
						own.clock.advance(step.wait * MINUTE);
						const at = Math.floor(own.clock.now() / (5 * MINUTE)) * 5 * MINUTE;
						expected.set(at, [...(expected.get(at) ?? []), step.value]);
						reportReading(own, board, { sensor: 1, unit: Unit.CELSIUS, value: step.value / 100 });
					}
				}
				const { from, series } = await readingsHistory(own, board, '24h');
				const wanted = [...expected].filter(([at]) => at >= from);
				const points = series[0]?.points ?? [];
				expect(points.map(([at, , least, most]) => [at, least, most])).toEqual(
					wanted.map(([at, values]) => [at, Math.min(...values) / 100, Math.max(...values) / 100]),
				);
				for (const [index, [, values]] of wanted.entries()) {
					const mean = values.reduce((sum, value) => sum + value, 0) / values.length / 100;
					expect(Math.abs(points[index]![1] - mean)).toBeLessThanOrEqual(0.0051);
				}
				await own.close();
			}),
			{ numRuns: 40 },
		);
	}, 60_000);
});

describe('what is too old', () => {
	it('goes: samples after two days, five minutes after 90 days, hours after two years', async () => {
		for (const [hours, left] of [
			[47, [1, 1, 1]],
			[49, [0, 1, 1]],
			[90 * 24 - 1, [0, 1, 1]],
			[90 * 24 + 1, [0, 0, 1]],
			[730 * 24 - 1, [0, 0, 1]],
			[730 * 24 + 1, [0, 0, 0]],
		] as const) {
			const own = await TestDevices.open(':memory:', new ManualClock(NOON));
			const board = await own.add('b');
			reportReading(own, board, { sensor: 1, unit: Unit.CELSIUS, value: 20 });
			await own.writes.flush();
			own.clock.advance(2 * HOUR);
			await rollUpSamples(own.options.orm.em.fork(), own.clock.now());
			await rollUpSamples(own.options.orm.em.fork(), NOON + hours * HOUR);
			const counts = await Promise.all(
				['sensor_raw', 'sensor_five_minutes', 'sensor_hour'].map(async (table) => {
					const [row] = await own.options.orm.em.fork().execute<{ n: number }[]>(`SELECT count(*) AS n FROM ${table}`);
					return row!.n;
				}),
			);
			expect([hours, counts]).toEqual([hours, left]);
			await own.close();
		}
	});

	it('goes two days at a time, so that a clock that is years ahead empties nothing', async () => {
		for (let day = 0; day < 10; day++) {
			minutes([20]);
			await devices.writes.flush();
			devices.clock.advance(DAY);
		}
		await rollUp();
		expect(await rows('sensor_five_minutes')).toBe(10);
		await rollUpSamples(em(), NOON + 1_000 * DAY);
		expect(await rows('sensor_five_minutes')).toBe(7);
	});
});

describe('samples', () => {
	it('of a deleted device go with it, and those on their way do not come back', async () => {
		const other = await devices.add('shed');
		report(20);
		report(20, other);
		await devices.writes.flush();
		devices.clock.advance(2 * HOUR);
		await rollUp();
		report(21);
		report(21, other);
		await deleteDevice(devices, 'boiler', ANNA, async () => undefined);
		await devices.writes.flush();
		expect(await samplesSince(em(), 0)).toEqual([
			{ deviceId: 'shed', sensor: 1, unit: 'celsius', at: NOON, value: 20 },
			{ deviceId: 'shed', sensor: 1, unit: 'celsius', at: NOON + 2 * HOUR, value: 21 },
		]);
		expect([await rows('sensor_series'), await rows('sensor_five_minutes'), await rows('sensor_hour')]).toEqual([
			1, 1, 1,
		]);
	});

	it('that could not be written wait for the next time', async () => {
		report(20);
		await em().execute('ALTER TABLE sensor_raw RENAME TO gone');
		await devices.writes.flush();
		expect(devices.samples).toHaveLength(1);
		await em().execute('ALTER TABLE gone RENAME TO sensor_raw');
		devices.clock.advance(10_000);
		await devices.writes.flush();
		expect(devices.samples).toHaveLength(0);
		expect(await samplesSince(em(), 0)).toHaveLength(1);
	});

	it('of the last hours are on the card again after a start', async () => {
		minutes([20, 21]);
		await devices.writes.flush();
		devices.byId.clear();
		await loadDevices(devices);
		expect(devices.byId.get('boiler')!.readings).toMatchObject([
			{ sensor: 1, unit: 'celsius', value: 21, recent: [[NOON + MINUTE, 21]] },
		]);
	});
});

it('two years are drawn of at most 731 points, 90 days of at most 721', async () => {
	for (let hour = 0; hour < 4 * 24; hour++) {
		minutes([20]);
		await devices.writes.flush();
		devices.clock.advance(HOUR - MINUTE);
	}
	await rollUp();
	const [years, quarter] = [
		await readingsHistory(devices, device, '2y'),
		await readingsHistory(devices, device, '90d'),
	];
	expect((years.to - years.from) / years.stepMs).toBeLessThanOrEqual(731);
	expect((quarter.to - quarter.from) / quarter.stepMs).toBeLessThanOrEqual(721);
	expect(years.series[0]!.points.map(([at]) => at % DAY)).toEqual([0, 0, 0, 0, 0]);
	expect(quarter.series[0]!.points).toHaveLength(4 * 8);
});
