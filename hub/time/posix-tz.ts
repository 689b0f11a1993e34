const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** 1970-01-01 was a Thursday; Sunday is 0 in POSIX. */
const EPOCH_WEEKDAY = 4;
/** Week number that means "the last one of the month". */
const LAST_WEEK = 5;
const FEBRUARY_END = 59;

const NAME = '[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>';
const OFFSET = '[+-]?\\d{1,2}(?::\\d{1,2}){0,2}';
/** Beyond POSIX, as in RFC 8536 3.3.1 and every tz database since: a time may be negative and has up to 167 hours. */
const TIME = '[+-]?\\d{1,3}(?::\\d{1,2}){0,2}';
const DATE = 'J\\d{1,3}|\\d{1,3}|M\\d{1,2}\\.\\d\\.\\d';
const RULE = `(${DATE})(?:/(${TIME}))?`;
const ZONE = new RegExp(`^(?:${NAME})(${OFFSET})(?:(?:${NAME})(${OFFSET})?(?:,${RULE},${RULE})?)?$`);
const DAYLIGHT = new RegExp(`^(?:${NAME})${OFFSET}(?:${NAME})`);
const LONGEST_OFFSET_HOURS = 24;
const LONGEST_TIME_HOURS = 167;
/** For a string with a summer time but without its days, C libraries use those of the United States. */
const DEFAULT_RULES = ['M3.2.0', undefined, 'M11.1.0', undefined] as const;
const DEFAULT_TIME = '2';

/** The day of a change, and the time of that day in ms, by the clock before the change. */
interface Rule {
	/** days since 1970-01-01 */
	day: (year: number) => number;
	timeMs: number;
}

/** A time zone that a board understands: POSIX.1-2017 8.3. Offsets in ms, positive to the east (POSIX itself counts west). */
export interface PosixZone {
	standardMs: number;
	summer: { offsetMs: number; start: Rule; end: Rule } | undefined;
}

export interface Transition {
	/** Unix ms */
	at: number;
	/** from then on, ms to the east of UTC */
	offsetMs: number;
}

/** "CET-1CEST,M3.5.0,M10.5.0/3", with days Jn, n and Mm.w.d and names in < >. Undefined if invalid. */
export function parsePosixTz(text: string): PosixZone | undefined {
	const found = ZONE.exec(text);
	if (!found) return undefined;
	const [, standard, summer, ...given] = found;
	const standardMs = westOf(standard!);
	if (standardMs === undefined) return undefined;
	if (!DAYLIGHT.test(text)) return { standardMs, summer: undefined };
	const [startDay, startTime, endDay, endTime] = given[0] === undefined ? DEFAULT_RULES : given;
	const offsetMs = summer === undefined ? standardMs + HOUR_MS : westOf(summer);
	const start = ruleOf(startDay!, startTime);
	const end = ruleOf(endDay!, endTime);
	if (offsetMs === undefined || !start || !end) return undefined;
	return { standardMs, summer: { offsetMs, start, end } };
}

/** The changes of a calendar year, in no order. */
export function transitionsOf({ standardMs, summer }: PosixZone, year: number): Transition[] {
	if (!summer) return [];
	const { start, end, offsetMs } = summer;
	return [
		{ at: end.day(year) * DAY_MS + end.timeMs - offsetMs, offsetMs: standardMs },
		{ at: start.day(year) * DAY_MS + start.timeMs - standardMs, offsetMs },
	];
}

/** How far the local clock is ahead of UTC at a Unix time (ms), in ms. */
export function offsetAt(zone: PosixZone, at: number): number {
	const year = new Date(at).getUTCFullYear();
	let last: Transition = { at: -Infinity, offsetMs: zone.standardMs };
	// In a zone whose summer never ends, the end and the next start are at the same moment: the start, later in the list, counts.
	for (const around of [year - 1, year, year + 1])
		for (const change of transitionsOf(zone, around)) if (change.at <= at && change.at >= last.at) last = change;
	return last.offsetMs;
}

function westOf(offset: string): number | undefined {
	const ms = durationMs(offset, LONGEST_OFFSET_HOURS);
	return ms === undefined ? undefined : 0 - ms;
}

/** [+-]hh[:mm[:ss]] */
function durationMs(text: string, longestHours: number): number | undefined {
	const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
	if (hours > longestHours || minutes > 59 || seconds > 59) return undefined;
	return (text.startsWith('-') ? -1 : 1) * (hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS);
}

function ruleOf(date: string, time: string = DEFAULT_TIME): Rule | undefined {
	const timeMs = durationMs(time, LONGEST_TIME_HOURS);
	const day = date.startsWith('M') ? weekdayOfMonth(date) : date.startsWith('J') ? julianDay(date) : dayOfYear(date);
	return timeMs === undefined || !day ? undefined : { day, timeMs };
}

/** Mm.w.d: weekday d (0 = Sunday) of week w of month m, week 5 the last. */
function weekdayOfMonth(date: string): Rule['day'] | undefined {
	const [month = 0, week = 0, weekday = 0] = date.slice(1).split('.').map(Number);
	if (month < 1 || month > 12 || week < 1 || week > LAST_WEEK || weekday >= WEEK_DAYS) return undefined;
	return (year) => {
		const first = dayNumber(year, month - 1);
		const ahead = (weekday - first - EPOCH_WEEKDAY) % WEEK_DAYS;
		const day = first + ((ahead + WEEK_DAYS) % WEEK_DAYS) + (week - 1) * WEEK_DAYS;
		return day < dayNumber(year, month) ? day : day - WEEK_DAYS;
	};
}

/** Jn: day 1 to 365, February 29 never counted. */
function julianDay(date: string): Rule['day'] | undefined {
	const n = Number(date.slice(1));
	if (n < 1 || n > 365) return undefined;
	return (year) => dayNumber(year, 0) + n - 1 + (n > FEBRUARY_END && isLeap(year) ? 1 : 0);
}

/** n: day 0 to 365, February 29 counted. */
function dayOfYear(date: string): Rule['day'] | undefined {
	const n = Number(date);
	return n > 365 ? undefined : (year) => dayNumber(year, 0) + n;
}

function dayNumber(year: number, month: number): number {
	return Date.UTC(year, month, 1) / DAY_MS;
}

function isLeap(year: number): boolean {
	return dayNumber(year, 2) - dayNumber(year, 0) > FEBRUARY_END;
}
