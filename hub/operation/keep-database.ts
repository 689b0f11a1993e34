import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { type Clock, type Timer, every } from '../base/clock.ts';
import { HourlyLimit } from '../base/hourly-limit.ts';
import { boundLog } from '../store/upkeep/bound-log.ts';
import { shrinkDatabase } from '../store/upkeep/shrink-database.ts';
import type { DatabaseCheck } from './database-check.ts';

/** As often as old rows are deleted. */
const UPKEEP_EVERY_MS = 3_600_000;
/** First time after a start, so that a hub that is restarted more often than hourly is looked after too. */
const FIRST_UPKEEP_MS = 120_000;
const LOG_LOOKED_AT_EVERY_MS = 60_000;
/** Between two steps of shrinking, for what others want of the database. */
const PAUSE_MS = 50;
const WARNINGS_AN_HOUR = 1;

/** Keeps the database in shape for as long as the hub runs: its size, its write-ahead log, and its pages checked. */
export function keepDatabase(options: {
	orm: MikroORM;
	clock: Clock;
	log: Logger;
	file: string;
	check: DatabaseCheck;
}): Timer {
	const { orm, clock, log, file, check } = options;
	const warnings = new HourlyLimit(clock, WARNINGS_AN_HOUR);
	const pause = () => new Promise<void>((resolve) => clock.after(PAUSE_MS, resolve));
	let busy = false;
	const upkeep = async () => {
		if (busy) return;
		busy = true;
		try {
			const pages = await shrinkDatabase(orm, pause);
			if (pages > 0) log.info({ pages }, 'the database was made smaller');
			await check.runIfDue();
		} catch (error) {
			log.error({ err: error }, 'the database could not be looked after; retrying in an hour');
		} finally {
			busy = false;
		}
	};
	let looking = false;
	const lookAtLog = async () => {
		if (looking) return;
		looking = true;
		try {
			const { bytes, busy } = await boundLog(file);
			if (busy && warnings.take('all'))
				log.warn({ bytes }, 'the write-ahead log cannot be emptied: a program reads the database for long');
		} catch (error) {
			if (warnings.take('all')) log.warn({ err: error }, 'the write-ahead log could not be looked at');
		} finally {
			looking = false;
		}
	};
	const timers = [
		clock.after(FIRST_UPKEEP_MS, () => void upkeep()),
		every(clock, UPKEEP_EVERY_MS, () => void upkeep()),
		every(clock, LOG_LOOKED_AT_EVERY_MS, () => void lookAtLog()),
	];
	return { cancel: () => timers.forEach((timer) => timer.cancel()) };
}
