import type { AuditEntry, ReadingsHistory } from '../../../protocol/dashboard/history.ts';
import { LAST_MOMENT_MS } from '../../base/clock.ts';
import type { Devices } from '../../devices/devices.ts';
import type { LiveDevice } from '../../devices/live-device.ts';
import { type Span, oldestReading, readingsWithin } from '../../devices/readings/samples-history.ts';
import { FIVE_MINUTES_KEPT_S, FIVE_MINUTES_S, HOURS_KEPT_S } from '../../devices/readings/samples-roll-up.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Audit } from '../audit.ts';
import { findEntries, prepare } from '../find-entries.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { detailsCell } from './details-cell.ts';

/** Entries read at a time, some 60 kB. */
const AT_ONCE = 200;
/** The newest entries of one device that a file holds: with all readings it stays below the 1,048,576 rows of a spreadsheet. */
export const MOST_ENTRIES = 500_000;
const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;
/** Which means are exported, the newest first; a query reads `windowS` of them, so that others run in between. */
const MEANS = [
	{ keptS: FIVE_MINUTES_KEPT_S, windowS: DAY_S, stepS: FIVE_MINUTES_S, table: 'sensor_five_minutes' },
	{ keptS: HOURS_KEPT_S, windowS: 12 * DAY_S, stepS: HOUR_S, table: 'sensor_hour' },
] as const;

/**
 * One device's history and readings as a CSV file in pieces: its events, newest first, then the means of its sensors, newest
 * day first. Times are those of the household's zone, whose name is in the head, and UTC, which no change of the clocks
 * repeats.
 */
export async function* exportDeviceCsv(
	{ audit, devices, settings }: { audit: Audit; devices: Devices; settings: Settings },
	device: LiveDevice,
	withHistory: boolean,
): AsyncGenerator<string> {
	await Promise.all([audit.flush(), devices.writes.flush()]);
	const { offsetAt } = settings;
	const { timeZone } = settings.value;
	yield BYTE_ORDER_MARK + csvLine([`Time (${timeZone})`, 'Time (UTC)', ...COLUMNS]);
	const times = (at: number) => [clockTime(at + offsetAt(at)), clockTime(at)];
	if (withHistory)
		for await (const entries of entriesOf(audit, device.record.id))
			yield entries.map((entry) => csvLine([...times(entry.at), ...cellsOfEntry(entry)])).join('');
	// A young hub has no readings in most windows, each of which would be a query.
	const oldest = (await oldestReading(devices)) ?? Infinity;
	for (const span of spansUpTo(Math.floor(audit.options.clock.now() / 1_000))) {
		if (span.to < oldest) break;
		const rows = rowsOf(await readingsWithin(devices, device, span));
		const minutes = span.stepS / 60;
		const { name, plan } = device.record;
		const nameOf = (sensor: number) => plan.sensors.find(({ id }) => id === sensor)?.name ?? null;
		if (rows.length > 0)
			yield rows
				.map(([at, ...cells]) => csvLine([...times(at), ...cellsOfReading(name, minutes, cells), nameOf(cells[0])]))
				.join('');
	}
}

/** "mooring-Boiler-room-2026-11-29.csv": only letters and digits that every file system knows. */
export function deviceCsvName(device: string, now: number): string {
	const plain = device
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^A-Za-z\d]+/g, '-');
	const name = plain.replaceAll(/^-|-$/g, '') || 'device';
	return `mooring-${name}-${new Date(now).toISOString().slice(0, 10)}.csv`;
}

const COLUMNS = [
	...['Device', 'Kind', 'What', 'Relay', 'Person', 'Cause', 'Details'],
	...['Sensor', 'Unit', 'Mean', 'Least', 'Most', 'Over minutes', 'Sensor name'],
];

async function* entriesOf(audit: Audit, device: string): AsyncGenerator<AuditEntry[]> {
	const prepared = await prepare(audit, { device });
	let before: number | undefined;
	for (let left = MOST_ENTRIES; left > 0; left -= AT_ONCE) {
		const entries = await findEntries(audit, prepared, before, Math.min(AT_ONCE, left));
		if (entries.length > 0) yield entries;
		if (entries.length < AT_ONCE) return;
		before = entries.at(-1)!.id;
	}
}

function cellsOfEntry({ kind, what, deviceName, relayName, person, cause, details }: AuditEntry): (string | null)[] {
	return [deviceName, kind, what, relayName, person, cause, detailsCell({ details }), ...Array<null>(7).fill(null)];
}

type Reading = [at: number, sensor: number, unit: string, mean: number, least: number, most: number];

function cellsOfReading(device: string, minutes: number, cells: (string | number)[]): (string | number | null)[] {
	return [device, 'reading', null, null, null, null, null, ...cells, minutes];
}

/** Newest first; quantities of the same moment in the order of the device. */
function rowsOf(series: ReadingsHistory['series']): Reading[] {
	const rows = series.flatMap(({ sensor, unit, points }) =>
		points.map(([at, ...values]): Reading => [at, sensor, unit, ...values]),
	);
	return rows.sort(([a], [b]) => b - a);
}

/** Windows of time without a gap or an overlap, newest first: the finest means that are kept of each. */
export function* spansUpTo(now: number): Generator<Span> {
	let to = now;
	for (const { keptS, windowS, stepS, table } of MEANS)
		// Whole hours, so that no moment is in the means of both.
		for (const end = Math.floor((now - keptS) / HOUR_S) * HOUR_S; to >= end;) {
			const from = Math.max(end, Math.floor(to / HOUR_S) * HOUR_S + HOUR_S - windowS);
			yield { from, to, stepS, table, tableStepS: stepS };
			to = from - 1;
		}
}

/** "2026-11-29 03:00:00", as spreadsheets read it */
function clockTime(at: number): string {
	return new Date(Math.min(at, LAST_MOMENT_MS)).toISOString().slice(0, 19).replace('T', ' ');
}
