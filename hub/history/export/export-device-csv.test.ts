import { SqlEntityManager } from '@mikro-orm/sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestDevices } from '../../../test/harness/devices.ts';
import { Unit } from '../../../protocol/device_pb.ts';
import { personActor } from '../../base/actor.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import type { LiveDevice } from '../../devices/live-device.ts';
import { reportReading } from '../../devices/readings/report-reading.ts';
import { rollUpSamples } from '../../devices/readings/samples-roll-up.ts';
import { Settings } from '../../settings/settings.ts';
import { Audit } from '../audit.ts';
import { deviceCsvName, exportDeviceCsv, spansUpTo } from './export-device-csv.ts';

const MINUTE = 60_000;
const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;
/** In Berlin the clocks go back at 1:00 UTC of this day. */
const NIGHT = Date.UTC(2026, 9, 25, 0, 30);

let devices: TestDevices;
let device: LiveDevice;
let audit: Audit;
let settings: Settings;

beforeEach(async () => {
	devices = await TestDevices.open(':memory:', new ManualClock(NIGHT));
	device = await devices.add('boiler', '=cmd|"Boiler"');
	audit = await Audit.open(devices.options);
	settings = new Settings(devices.options);
	settings.value = { ...settings.value, timeZone: 'Europe/Berlin' };
});
afterEach(() => devices.close());

async function exported(withHistory = true): Promise<string[]> {
	let text = '';
	for await (const piece of exportDeviceCsv({ audit, devices, settings }, device, withHistory)) text += piece;
	return text.split('\r\n');
}

function measure(celsius: number): void {
	reportReading(devices, device, { sensor: 1, unit: Unit.CELSIUS, value: celsius });
	devices.clock.advance(30 * MINUTE);
}

it('has events and readings with the times of the zone in its head, also in the hour that comes twice', async () => {
	device.record.plan.sensors.find(({ id }) => id === 1)!.name = 'Kessel';
	const other = await devices.add('pump');
	audit.record({ what: 'renamed', device, by: personActor({ id: null, name: '@anna' }), details: { before: 'x' } });
	audit.record({ what: 'renamed', device: other, by: personActor({ id: null, name: 'ben' }) });
	measure(20.5);
	measure(-1);
	measure(22);
	const [head, ...rows] = await exported();
	expect(head).toBe(
		'\uFEFF"Time (Europe/Berlin)","Time (UTC)","Device","Kind","What","Relay","Person","Cause","Details","Sensor","Unit","Mean","Least","Most","Over minutes","Sensor name"',
	);
	const name = `"'=cmd|""Boiler"""`;
	const reading = `${name},"reading","","","","","","1","celsius"`;
	expect(rows).toEqual([
		`"2026-10-25 02:30:00","2026-10-25 00:30:00",${name},"device","renamed","","'@anna","","before: x","","","","","","",""`,
		`"2026-10-25 02:30:00","2026-10-25 01:30:00",${reading},"22","22","22","5","Kessel"`,
		`"2026-10-25 02:00:00","2026-10-25 01:00:00",${reading},"-1","-1","-1","5","Kessel"`,
		`"2026-10-25 02:30:00","2026-10-25 00:30:00",${reading},"20.5","20.5","20.5","5","Kessel"`,
		'',
	]);
});

it('does not look for readings in the two years before the first one', async () => {
	measure(20.5);
	const asked = vi.spyOn(SqlEntityManager.prototype, 'execute');
	expect((await exported(false)).filter((row) => row !== '')).toHaveLength(2);
	expect(asked.mock.calls.length).toBeLessThan(10);
});

it('has no event for whoever may not see the history', async () => {
	audit.record({ what: 'renamed', device, by: personActor({ id: null, name: 'anna' }) });
	measure(20);
	const [, ...rows] = await exported(false);
	expect(rows).toHaveLength(2);
	expect(rows[0]).toContain('"reading"');
});

it('has each reading once, whether its means were made or not, five-minute means first and then those of hours', async () => {
	for (let half = 0; half < 2 * 24 * 2; half++) measure(20);
	const fresh = await exported(false);
	await rollUpSamples(devices.options.orm.em.fork(), devices.clock.now());
	expect(await exported(false)).toEqual(fresh);
	expect(fresh).toHaveLength(1 + 2 * 24 * 2 + 1);
	devices.clock.advance(91 * DAY_S * 1_000);
	const hours = await exported(false);
	expect(hours).toHaveLength(1 + 2 * 24 + 1 + 1);
	expect(hours[1]).toMatch(/"60",""$/);
});

describe('the spans that are read', () => {
	it('follow one another without a gap for two years', () => {
		const now = Math.floor(NIGHT / 1_000) + 1_234;
		const spans = [...spansUpTo(now)];
		expect(spans[0]!.to).toBe(now);
		for (const [index, { from, to }] of spans.entries()) {
			expect(from).toBeLessThanOrEqual(to);
			expect(from % HOUR_S).toBe(0);
			if (index > 0) expect(to).toBe(spans[index - 1]!.from - 1);
		}
		expect(now - spans.at(-1)!.from).toBeGreaterThanOrEqual(2 * 365 * DAY_S);
		expect(spans.length).toBeLessThan(200);
	});
});

it.each([
	['Boiler room', 'mooring-Boiler-room-2026-10-25.csv'],
	['../../"x"\r\n', 'mooring-x-2026-10-25.csv'],
	['Küche', 'mooring-Kuche-2026-10-25.csv'],
	['厨房', 'mooring-device-2026-10-25.csv'],
])('%j is saved as %s', (name, file) => expect(deviceCsvName(name, NIGHT)).toBe(file));
