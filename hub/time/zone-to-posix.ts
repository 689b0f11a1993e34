import { type ZoneChange, changesBetween, zoneOffsets } from './iana-zone.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const LAST_WEEK = 5;
const LONGEST_TIME_MS = 167 * HOUR_MS;
/**
 * The first of the years that are examined. A POSIX string holds a zone's permanent rule, as the last line of a tz
 * database file does; by 2100 no exception that is known today is left (Morocco and Gaza have dates of Ramadan up to
 * 2087). In 28 years every month begins on every weekday.
 */
const FIRST_YEAR = 2100;
const YEARS = 28;
/** No summer time is shorter. */
const LOOK_EVERY_MS = 15 * DAY_MS;

interface LocalChange {
	/** the day by the clock before the change, UTC midnight of the same date */
	day: number;
	/** of that day, ms */
	timeMs: number;
	toMs: number;
}

/** Every time zone by its IANA name, as this runtime knows them. */
export function zoneNames(): string[] {
	return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}

/**
 * The permanent rule of an IANA time zone ("Europe/Berlin"), as POSIX TZ: "<+01>-1<+02>,M3.5.0,M10.5.0/3". Undefined
 * if there is no such zone. posix-rule.ts handles exceptions in the next years.
 */
export function zoneToPosix(name: string): string | undefined {
	const offsetAt = zoneOffsets(name);
	if (!offsetAt) return undefined;
	const from = Date.UTC(FIRST_YEAR, 0);
	const changes = changesBetween(offsetAt, from, Date.UTC(FIRST_YEAR + YEARS, 0), LOOK_EVERY_MS).map(byTheClock);
	const standardMs = Math.min(offsetAt(from), ...changes.map(({ toMs }) => toMs));
	const summerMs = Math.max(standardMs, ...changes.map(({ toMs }) => toMs));
	const start = ruleOf(changes.filter(({ toMs }) => toMs === summerMs));
	const end = ruleOf(changes.filter(({ toMs }) => toMs === standardMs));
	if (summerMs === standardMs || !start || !end) return posixOffset(standardMs);
	return posixZone({ standardMs, summerMs, start, end });
}

/** A zone with summer time; `start` and `end` are rules such as "M3.5.0/3". */
export function posixZone(zone: { standardMs: number; summerMs: number; start: string; end: string }): string {
	const { standardMs, summerMs, start, end } = zone;
	const summer = summerMs === standardMs + HOUR_MS ? `<${digits(summerMs)}>` : posixOffset(summerMs);
	return `${posixOffset(standardMs)}${summer},${start},${end}`;
}

/** A zone without summer time. POSIX counts offsets to the west; the name is what people read. */
export function posixOffset(offsetMs: number): string {
	return offsetMs === 0 ? 'UTC0' : `<${digits(offsetMs)}>${posixTime(-offsetMs)}`;
}

/** -5:30 */
export function posixTime(ms: number): string {
	const minutes = Math.abs(ms) / MINUTE_MS;
	const rest = minutes % 60;
	return `${ms < 0 ? '-' : ''}${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** The day and the time at which people put their clocks forward or back. */
export function byTheClock({ at, fromMs, toMs }: ZoneChange): LocalChange {
	const local = at + fromMs;
	const day = Math.floor(local / DAY_MS) * DAY_MS;
	return { day, timeMs: local - day, toMs };
}

/**
 * Mm.w.d/time for changes of many years. A day such as "the Friday before the last Sunday" has no such rule, but a
 * day near it may have one. So days around it are tried, with a time of more than 24 hours or less than 0.
 */
function ruleOf(changes: LocalChange[]): string | undefined {
	for (const shift of [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6]) {
		const days = changes.map(({ day }) => new Date(day - shift * DAY_MS));
		const times = new Set(changes.map(({ timeMs }) => timeMs + shift * DAY_MS));
		const [timeMs = 0] = times;
		const month = same(days, (day) => day.getUTCMonth() + 1);
		const weekday = same(days, (day) => day.getUTCDay());
		const week = same(days, weekOf) ?? (days.every(isLast) ? LAST_WEEK : undefined);
		if (times.size !== 1 || Math.abs(timeMs) > LONGEST_TIME_MS) continue;
		if (month === undefined || weekday === undefined || week === undefined) continue;
		return `M${month}.${week}.${weekday}${timeMs === 2 * HOUR_MS ? '' : `/${posixTime(timeMs)}`}`;
	}
	return undefined;
}

function same(days: Date[], what: (day: Date) => number): number | undefined {
	const values = new Set(days.map(what));
	return values.size === 1 ? [...values][0] : undefined;
}

function weekOf(day: Date): number {
	return Math.ceil(day.getUTCDate() / WEEK_DAYS);
}

function isLast(day: Date): boolean {
	return new Date(day.getTime() + WEEK_DAYS * DAY_MS).getUTCMonth() !== day.getUTCMonth();
}

/** +0530 */
function digits(ms: number): string {
	const minutes = Math.abs(ms) / MINUTE_MS;
	const rest = minutes % 60;
	const two = (n: number) => String(n).padStart(2, '0');
	return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${rest === 0 ? '' : two(rest)}`;
}
