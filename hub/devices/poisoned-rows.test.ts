import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestDevices } from '../../test/harness/devices.ts';
import { DeviceView } from '../../protocol/dashboard/devices.ts';
import { Unit } from '../../protocol/device_pb.ts';
import { relayView } from '../doors/views.ts';
import { safeError } from '../doors/server/safe-error.ts';
import type { LiveDevice } from './live-device.ts';
import { loadDevices } from './load-devices.ts';
import { reportReading } from './readings/report-reading.ts';
import { readingsHistory } from './readings/samples-history.ts';
import { samplesSince } from './readings/samples.ts';
import { storedVitals } from './stored-live.ts';

let devices: TestDevices;
let good: LiveDevice;
let bad: LiveDevice;
let logged: string;

beforeEach(async () => {
	devices = await TestDevices.open();
	logged = '';
	devices.options.log = pino({ serializers: { err: safeError } }, { write: (line: string) => void (logged += line) });
	[bad, good] = [await devices.add('bad'), await devices.add('good')];
});
afterEach(() => devices.close());

const em = () => devices.options.orm.em.fork();
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []) => em().execute<T[]>(text, values);

describe('a row that the database refuses', () => {
	it('does not block the writes of other boards, and its values are in no log', async () => {
		await sql(
			`CREATE TRIGGER no BEFORE INSERT ON device_live WHEN new.device_id = 'bad' BEGIN SELECT RAISE(ABORT, 'no'); END`,
		);
		bad.ssid = 'a secret network';
		for (const device of [bad, good]) devices.writes.mark(device, 0);
		await devices.writes.flush();
		expect(await sql('SELECT device_id FROM device_live')).toEqual([{ device_id: 'good' }]);
		expect(logged).toContain('is left out');
		for (const part of ['secret', 'insert', 'INSERT', 'device_live']) expect(logged).not.toContain(part);
	});

	it('of a sensor blocks neither other readings nor the states of relays', async () => {
		devices.samples.push({ deviceId: 'bad', sensor: 1, unit: 'celsius', at: devices.clock.now(), value: 3.4e38 });
		devices.clock.advance(60_000);
		reportReading(devices, good, { sensor: 1, unit: Unit.CELSIUS, value: 21.5 });
		good.relays[0]!.reported = true;
		await devices.writes.flush();
		expect(devices.samples).toEqual([]);
		expect((await samplesSince(em(), 0)).map(({ deviceId, value }) => [deviceId, value])).toEqual([['good', 21.5]]);
		expect(await sql('SELECT relays FROM device_live')).toMatchObject([
			{ relays: expect.stringContaining('"on":true') as unknown },
		]);
		for (const part of ['select', 'insert', 'INSERT', 'celsius']) expect(logged).not.toContain(part);
	});
});

describe('a database with invalid values from an earlier release', () => {
	const poison = (changedAt: unknown) => JSON.stringify([{ id: 1, on: true, cause: 'evil', by: null, changedAt }]);

	it.each([[-1.8e19], [1e300], [0.5], ['yesterday'], [8.64e15 + 1]])(
		'shows a relay that changed at %j, without the time',
		async (changedAt) => {
			await sql('INSERT INTO device_live (device_id, last_seen_at, vitals, relays) VALUES (?, 1, ?, ?)', [
				'bad',
				JSON.stringify({ rssi: 2 ** 31, ssid: 'a\u0000b', address: 5, firmware: 'x'.repeat(900) }),
				poison(changedAt),
			]);
			devices.byId.clear();
			await loadDevices(devices);
			const device = devices.byId.get('bad')!;
			const shown = relayView(device.relays[0]!);
			expect(shown).toMatchObject({ reported: true, changedAt: null, cause: null });
			expect(DeviceView.shape.relays.safeParse(device.relays.map(relayView)).success).toBe(true);
			expect(device).toMatchObject({ rssi: null, ssid: 'a\ufffdb', address: null, chip: null });
			expect(device.firmware).toHaveLength(64);
		},
	);

	it.each([[null], ['text'], [[]], [{}], [12]])('can be read if the vitals are %j', (kept) => {
		expect(storedVitals(kept)).toEqual({
			rssi: null,
			ssid: null,
			address: null,
			firmware: null,
			chip: null,
			features: null,
			capacity: null,
		});
	});

	it('shows no readings that no sensor can measure, on the card and in the curve', async () => {
		reportReading(devices, bad, { sensor: 1, unit: Unit.CELSIUS, value: 20 });
		await devices.writes.flush();
		const at = Math.floor(devices.clock.now() / 1_000);
		await sql('INSERT INTO sensor_raw (at, series, value) SELECT ?, id, 1000000000000000000 FROM sensor_series', [
			at + 60,
		]);
		await sql(
			`INSERT INTO sensor_five_minutes (step, series, mean, least, most)
			SELECT ?, id, 1000000000000000000, 2000, 1000000000000000000 FROM sensor_series`,
			[Math.floor(at / 300) - 24],
		);
		devices.clock.advance(120_000);
		const { series } = await readingsHistory(devices, bad, '24h');
		expect(series.map(({ points }) => points.map(([, mean]) => mean))).toEqual([[20]]);
		devices.byId.clear();
		await loadDevices(devices);
		expect(devices.byId.get('bad')!.readings).toMatchObject([{ value: 20, recent: [[expect.anything(), 20]] }]);
	});

	it.each(['', 'furlong', 'constructor', 'x'.repeat(100_000)])(
		'starts with a series of no unit, and shows none: %.20s',
		async (unit) => {
			for (const device of [bad, good]) reportReading(devices, device, { sensor: 1, unit: Unit.CELSIUS, value: 20 });
			await devices.writes.flush();
			await sql(`UPDATE sensor_series SET unit = ? WHERE device_id = 'bad'`, [unit]);
			devices.byId.clear();
			await loadDevices(devices);
			expect([...devices.byId.values()].map(({ readings }) => readings.length)).toEqual([0, 1]);
			expect((await readingsHistory(devices, devices.byId.get('bad')!, '24h')).series).toEqual([]);
		},
	);
});
