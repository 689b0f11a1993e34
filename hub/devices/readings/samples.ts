import type { EntityManager } from '@mikro-orm/sqlite';
import type { Unit } from '../../../protocol/dashboard/shapes.ts';
import { isMeasurable } from './measurable.ts';

/** One value a sensor reported; at most one a minute and quantity is kept. */
export interface Sample {
	deviceId: string;
	sensor: number;
	unit: Unit;
	/** Unix ms; the store keeps whole seconds */
	at: number;
	/** in the unit; the store keeps hundredths */
	value: number;
}

/** Values are stored in hundredths of their unit. */
export const HUNDREDTHS = 100;
/** Samples per statement: SQLite limits a statement to 1 MB of text, and a sample takes up to 70 bytes. */
const AT_ONCE = 5_000;

/**
 * Writes samples inside the caller's transaction and marks their hours, so that their means are computed again.
 * Samples of a device that was deleted meanwhile are dropped.
 */
export async function writeSamples(em: EntityManager, samples: readonly Sample[]): Promise<void> {
	for (let first = 0; first < samples.length; first += AT_ONCE) {
		const part = samples.slice(first, first + AT_ONCE);
		const rows = JSON.stringify(
			part.map(({ deviceId, sensor, unit, at, value }) => [
				deviceId,
				sensor,
				unit,
				Math.floor(at / 1_000),
				Math.round(value * HUNDREDTHS),
			]),
		);
		await em.execute(
			`INSERT OR IGNORE INTO sensor_series (device_id, sensor, unit)
			SELECT DISTINCT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)
			WHERE value ->> 0 IN (SELECT id FROM device)`,
			[rows],
		);
		await em.execute(
			`INSERT OR REPLACE INTO sensor_raw (at, series, value)
			SELECT value ->> 3, series.id, value ->> 4 FROM json_each(?) JOIN sensor_series AS series
			ON series.device_id = value ->> 0 AND series.sensor = value ->> 1 AND series.unit = value ->> 2`,
			[rows],
		);
		await em.execute(
			'INSERT OR IGNORE INTO sensor_stale (hour) SELECT DISTINCT (value ->> 3) / 3600 FROM json_each(?)',
			[rows],
		);
	}
}

/** Samples from `since` (Unix ms) on, oldest first. */
export async function samplesSince(em: EntityManager, since: number): Promise<Sample[]> {
	const rows = await em.execute<Sample[]>(
		`SELECT series.device_id AS deviceId, series.sensor, series.unit, raw.at, raw.value FROM sensor_raw AS raw
		JOIN sensor_series AS series ON series.id = raw.series WHERE raw.at >= ? ORDER BY raw.at`,
		[Math.floor(since / 1_000)],
	);
	const samples = rows.map((row) => ({ ...row, at: row.at * 1_000, value: row.value / HUNDREDTHS }));
	return samples.filter(({ unit, value }) => isMeasurable(unit, value));
}

/**
 * Deletes a device's samples and means, inside the transaction that deletes it and before its row is deleted. This
 * scans the tables: that is cheaper for a rare delete than an index that slows down every sample.
 */
export async function deleteSamplesOf(em: EntityManager, deviceId: string): Promise<void> {
	for (const table of ['sensor_raw', 'sensor_five_minutes', 'sensor_hour'])
		await em.execute(`DELETE FROM ${table} WHERE series IN (SELECT id FROM sensor_series WHERE device_id = ?)`, [
			deviceId,
		]);
	await em.execute('DELETE FROM sensor_series WHERE device_id = ?', [deviceId]);
}
