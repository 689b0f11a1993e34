import type { EntityManager } from '@mikro-orm/sqlite';
import { type Timer, every } from '../../base/clock.ts';
import type { Devices } from '../devices.ts';

const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;
/** Length of the finer means' step, seconds. */
export const FIVE_MINUTES_S = 300;
/** How long samples are kept, s. */
export const RAW_KEPT_S = 2 * DAY_S;
/** How long means of five minutes are kept, s. */
export const FIVE_MINUTES_KEPT_S = 90 * DAY_S;
/** How long means of an hour are kept, s. */
export const HOURS_KEPT_S = 2 * 365 * DAY_S;
/** At most this much is deleted from a table per run, s, so that a clock that is a year ahead does not empty it. */
const PRUNED_AT_ONCE_S = 2 * DAY_S;
const ROLL_UP_EVERY_MS = 3_600_000;
/** First run after a start, so that a hub that is restarted more often than hourly makes its means too. */
const FIRST_ROLL_UP_MS = 60_000;

/** Makes means of the samples once an hour, for as long as the hub runs. */
export function keepRollingUp(devices: Devices): Timer {
	const { clock, orm, log } = devices.options;
	const run = () =>
		void rollUpSamples(orm.em.fork() as EntityManager, clock.now()).catch((error: unknown) =>
			log.error({ err: error }, 'sensor means: could not be computed; retrying in an hour'),
		);
	const hourly = every(clock, ROLL_UP_EVERY_MS, run);
	const first = clock.after(FIRST_ROLL_UP_MS, run);
	return {
		cancel() {
			hourly.cancel();
			first.cancel();
		},
	};
}

/**
 * Computes the means of every past hour that got samples since its means were computed, and deletes what is too old,
 * all in one transaction. An hour is always computed from all its samples, so a late sample only causes it to be
 * computed again.
 */
export async function rollUpSamples(em: EntityManager, nowMs: number): Promise<void> {
	const now = Math.floor(nowMs / 1_000);
	const hour = Math.floor(now / HOUR_S);
	await em.transactional(async (em) => {
		for (const [table, stepS] of [
			['sensor_five_minutes', FIVE_MINUTES_S],
			['sensor_hour', HOUR_S],
		] as const)
			await em.execute(
				`INSERT OR REPLACE INTO ${table} (step, series, mean, least, most)
				SELECT raw.at / ${stepS}, raw.series, CAST(round(avg(raw.value)) AS INTEGER), min(raw.value), max(raw.value)
				FROM sensor_stale AS stale
				JOIN sensor_raw AS raw ON raw.at >= stale.hour * ${HOUR_S} AND raw.at < (stale.hour + 1) * ${HOUR_S}
				WHERE stale.hour < ? GROUP BY 1, 2`,
				[hour],
			);
		await em.execute('DELETE FROM sensor_stale WHERE hour < ?', [hour]);
		await prune(em, 'sensor_raw', 'at', 1, now - RAW_KEPT_S);
		await prune(em, 'sensor_five_minutes', 'step', FIVE_MINUTES_S, now - FIVE_MINUTES_KEPT_S);
		await prune(em, 'sensor_hour', 'step', HOUR_S, now - HOURS_KEPT_S);
	});
}

async function prune(em: EntityManager, table: string, column: string, stepS: number, before: number): Promise<void> {
	const oldest = `(SELECT min(${column}) FROM ${table})`;
	await em.execute(`DELETE FROM ${table} WHERE ${column} < ? AND ${column} <= ${oldest} + ?`, [
		Math.floor(before / stepS),
		PRUNED_AT_ONCE_S / stepS,
	]);
}
