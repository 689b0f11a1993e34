import { type PosixZone, offsetAt, transitionsOf } from './posix-tz.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** 1970-01-01 was a Thursday; Monday is 0 here. */
const EPOCH_WEEKDAY = 3;

/** What a clock on the wall shows. */
export interface LocalTime {
	/** the local date, as days since 1970-01-01 */
	day: number;
	/** 0 = Monday … 6 = Sunday */
	weekday: number;
	/** of the day, from 0 */
	minute: number;
}

/** What a clock in this zone shows at a Unix time (ms). */
export function localTimeAt(zone: PosixZone, at: number): LocalTime {
	const local = at + offsetAt(zone, at);
	const day = Math.floor(local / DAY_MS);
	return { day, weekday: weekdayOf(day), minute: Math.floor((local - day * DAY_MS) / MINUTE_MS) };
}

/** 0 = Monday … 6 = Sunday, of a date as days since 1970-01-01. */
export function weekdayOf(day: number): number {
	return (((day + EPOCH_WEEKDAY) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS;
}

/**
 * The Unix time (ms) at which the local clock shows this minute of this date (days since 1970-01-01) first. A minute that
 * the clock leaves out when summer time begins gives the moment at which it goes on; one that comes twice when it ends,
 * the first time.
 */
export function momentOf(zone: PosixZone, day: number, minute: number): number {
	const local = day * DAY_MS + minute * MINUTE_MS;
	const offsets = zone.summer ? [zone.standardMs, zone.summer.offsetMs] : [zone.standardMs];
	const moments = offsets.map((offsetMs) => local - offsetMs).sort((a, b) => a - b);
	const shown = moments.find((at) => at + offsetAt(zone, at) === local);
	if (shown !== undefined) return shown;
	// It is left out: the change that leaves it out lies between the two.
	const year = new Date(local).getUTCFullYear();
	const changes = [year - 1, year, year + 1].flatMap((around) => transitionsOf(zone, around));
	return changes.find(({ at }) => at >= moments[0]! && at <= moments.at(-1)!)?.at ?? moments[0]!;
}
