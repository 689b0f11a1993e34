import type { EntityManager } from '@mikro-orm/sqlite';
import type { ReadingsHistory, ReadingsRange } from '../../../protocol/dashboard/history.ts';
import type { Unit } from '../../../protocol/dashboard/shapes.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { measurableSql } from './measurable.ts';
import { HUNDREDTHS } from './samples.ts';
import { FIVE_MINUTES_S } from './samples-roll-up.ts';

const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;

/** A span of Unix time, s, and which means of it are wanted: one point for every `stepS`. */
export interface Span {
	from: number;
	/** included */
	to: number;
	stepS: number;
	table: 'sensor_five_minutes' | 'sensor_hour';
	tableStepS: number;
}

/** In seconds. Each range has at most about 730 points, more than a phone has pixels across. */
const RANGES: Record<ReadingsRange, Omit<Span, 'from' | 'to'> & { spanS: number }> = {
	'24h': { spanS: DAY_S, stepS: FIVE_MINUTES_S, table: 'sensor_five_minutes', tableStepS: FIVE_MINUTES_S },
	'7d': { spanS: 7 * DAY_S, stepS: 900, table: 'sensor_five_minutes', tableStepS: FIVE_MINUTES_S },
	'90d': { spanS: 90 * DAY_S, stepS: 3 * HOUR_S, table: 'sensor_hour', tableStepS: HOUR_S },
	'2y': { spanS: 730 * DAY_S, stepS: DAY_S, table: 'sensor_hour', tableStepS: HOUR_S },
};

interface Point {
	sensor: number;
	unit: Unit;
	/** Unix s of the step's begin */
	at: number;
	/** hundredths */
	mean: number;
	least: number;
	most: number;
}

/** A device's readings up to now, in steps of Unix time (days are UTC days). */
export async function readingsHistory(
	devices: Devices,
	device: LiveDevice,
	range: ReadingsRange,
): Promise<ReadingsHistory> {
	await devices.writes.flush();
	const { spanS, ...means } = RANGES[range];
	const now = Math.floor(devices.options.clock.now() / 1_000);
	const from = Math.floor((now - spanS) / means.stepS) * means.stepS;
	const series = await readingsWithin(devices, device, { from, to: now, ...means });
	return { from: from * 1_000, to: now * 1_000, stepMs: means.stepS * 1_000, series };
}

/**
 * The same of any span, as far as it is written. Hours without means yet are computed from the samples themselves.
 */
export async function readingsWithin(
	devices: Devices,
	device: LiveDevice,
	{ from, to, stepS, table, tableStepS }: Span,
): Promise<ReadingsHistory['series']> {
	const points = await (devices.options.orm.em.fork() as EntityManager).execute<Point[]>(
		`WITH wanted AS (
			SELECT id, ${measurableSql('least', HUNDREDTHS)} AS lowest, ${measurableSql('most', HUNDREDTHS)} AS highest
			FROM sensor_series WHERE device_id = ?
		),
		fresh AS (
			SELECT raw.at / ${tableStepS} AS step, raw.series, avg(raw.value) AS mean, min(raw.value) AS least,
				max(raw.value) AS most
			FROM sensor_stale AS stale
			JOIN sensor_raw AS raw ON raw.at >= stale.hour * ${HOUR_S} AND raw.at < (stale.hour + 1) * ${HOUR_S}
			JOIN wanted ON wanted.id = raw.series AND raw.value BETWEEN wanted.lowest AND wanted.highest
			WHERE raw.at BETWEEN ${from} AND ${to} GROUP BY 1, 2
		),
		point AS (
			SELECT * FROM fresh UNION ALL
			SELECT step, series, mean, least, most FROM ${table}
			JOIN wanted ON wanted.id = series AND least >= wanted.lowest AND most <= wanted.highest
			WHERE step BETWEEN ${from / tableStepS} AND ${Math.floor(to / tableStepS)}
				AND step * ${tableStepS} / ${HOUR_S} NOT IN (SELECT hour FROM sensor_stale)
		)
		SELECT series.sensor, series.unit, step * ${tableStepS} / ${stepS} * ${stepS} AS at, avg(mean) AS mean,
			min(least) AS least, max(most) AS most
		FROM point JOIN sensor_series AS series ON series.id = point.series
		GROUP BY series.id, 3 ORDER BY series.sensor, series.id, 3`,
		[device.record.id],
	);
	return seriesOf(device, points);
}

/** Only for sensors that the device has now: its page does not show removed ones. */
function seriesOf(device: LiveDevice, points: Point[]): ReadingsHistory['series'] {
	const series: ReadingsHistory['series'] = [];
	for (const { sensor, unit, at, mean, least, most } of points) {
		if (!device.record.plan.sensors.some(({ id }) => id === sensor)) continue;
		let last = series.at(-1);
		if (last?.sensor !== sensor || last.unit !== unit) series.push((last = { sensor, unit, points: [] }));
		last.points.push([at * 1_000, Math.round(mean) / HUNDREDTHS, least / HUNDREDTHS, most / HUNDREDTHS]);
	}
	return series;
}

/** Unix s of the oldest reading or mean of any device; undefined: there is none. */
export async function oldestReading(devices: Devices): Promise<number | undefined> {
	const [oldest] = await (devices.options.orm.em.fork() as EntityManager).execute<{ at: number | null }[]>(
		`SELECT min(at) AS at FROM (
			SELECT min(step) * ${FIVE_MINUTES_S} AS at FROM sensor_five_minutes
			UNION ALL SELECT min(step) * ${HOUR_S} FROM sensor_hour
			UNION ALL SELECT min(at) FROM sensor_raw
		)`,
	);
	return oldest?.at ?? undefined;
}
