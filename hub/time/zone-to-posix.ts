const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const LAST_WEEK = 5;
const LONGEST_TIME_MS = 167 * HOUR_MS;
/**
 * The years that are looked at: a POSIX string says what holds for good, as the last line of a tz database file does,
 * and by now no exception that is known today is left (Morocco and Gaza have dates of Ramadan up to 2087). 28 years have
 * every month begin on every weekday.
 */
const FIRST_YEAR = 2100;
const YEARS = 28;
/** No summer time is shorter. */
const LOOK_EVERY_MS = 15 * DAY_MS;

interface Change {
	/** the day by the clock before the change, UTC midnight of the same date */
	day: number;
	/** of that day, ms */
	timeMs: number;
	toMs: number;
}

type OffsetAt = (at: number) => number;

/** Every time zone by its IANA name, as this runtime knows them. */
export function zoneNames(): string[] {
	return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}

/**
 * The IANA time zone ("Europe/Berlin") as boards take it, POSIX TZ: "<+01>-1<+02>,M3.5.0,M10.5.0/3". Undefined: there is
 * no such zone. Out of the runtime's own tz database (ICU), so that an update of Node is an update of the zones.
 */
export function zoneToPosix(name: string): string | undefined {
	const offsetAt = offsetsOf(name);
	if (!offsetAt) return undefined;
	const changes = changesOf(offsetAt);
	const standardMs = Math.min(offsetAt(Date.UTC(FIRST_YEAR, 0)), ...changes.map(({ toMs }) => toMs));
	const summerMs = Math.max(standardMs, ...changes.map(({ toMs }) => toMs));
	const start = ruleOf(changes.filter(({ toMs }) => toMs === summerMs));
	const end = ruleOf(changes.filter(({ toMs }) => toMs === standardMs));
	if (summerMs === standardMs || !start || !end) return named(standardMs);
	const summer = summerMs === standardMs + HOUR_MS ? `<${digits(summerMs)}>` : named(summerMs);
	return `${named(standardMs)}${summer},${start},${end}`;
}

/** Undefined: no zone of this name. */
function offsetsOf(timeZone: string): OffsetAt | undefined {
	let format: Intl.DateTimeFormat;
	try {
		format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	} catch {
		return undefined;
	}
	return (at) => {
		const { value = '' } = format.formatToParts(at).find(({ type }) => type === 'timeZoneName') ?? {};
		// "GMT" alone is 0.
		const [, sign = '', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(value) ?? [];
		return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS);
	};
}

function changesOf(offsetAt: OffsetAt): Change[] {
	const changes: Change[] = [];
	for (let from = Date.UTC(FIRST_YEAR, 0); from < Date.UTC(FIRST_YEAR + YEARS, 0); from += LOOK_EVERY_MS) {
		const before = offsetAt(from);
		const toMs = offsetAt(from + LOOK_EVERY_MS);
		if (before === toMs) continue;
		const local = changeWithin(offsetAt, from, from + LOOK_EVERY_MS) + before;
		const day = Math.floor(local / DAY_MS) * DAY_MS;
		changes.push({ day, timeMs: local - day, toMs });
	}
	return changes;
}

/** To the minute: the first moment after `low` at which the offset is that of `high`. */
function changeWithin(offsetAt: OffsetAt, low: number, high: number): number {
	const before = offsetAt(low);
	while (high - low > MINUTE_MS) {
		const middle = low + Math.ceil((high - low) / MINUTE_MS / 2) * MINUTE_MS;
		if (offsetAt(middle) === before) low = middle;
		else high = middle;
	}
	return high;
}

/**
 * Mm.w.d/time for changes of many years. "The Friday before the last Sunday" is none as it stands, but the Thursday in
 * front of it may be: so the days around are tried, with a time that counts from there.
 */
function ruleOf(changes: Change[]): string | undefined {
	for (const shift of [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6]) {
		const days = changes.map(({ day }) => new Date(day - shift * DAY_MS));
		const times = new Set(changes.map(({ timeMs }) => timeMs + shift * DAY_MS));
		const [timeMs = 0] = times;
		const month = same(days, (day) => day.getUTCMonth() + 1);
		const weekday = same(days, (day) => day.getUTCDay());
		const week = same(days, weekOf) ?? (days.every(isLast) ? LAST_WEEK : undefined);
		if (times.size !== 1 || Math.abs(timeMs) > LONGEST_TIME_MS) continue;
		if (month === undefined || weekday === undefined || week === undefined) continue;
		return `M${month}.${week}.${weekday}${timeMs === 2 * HOUR_MS ? '' : `/${hours(timeMs)}`}`;
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

/** POSIX counts offsets to the west; the name is what people read. */
function named(offsetMs: number): string {
	return offsetMs === 0 ? 'UTC0' : `<${digits(offsetMs)}>${hours(-offsetMs)}`;
}

/** +0530 */
function digits(ms: number): string {
	const minutes = Math.abs(ms) / MINUTE_MS;
	const rest = minutes % 60;
	const two = (n: number) => String(n).padStart(2, '0');
	return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${rest === 0 ? '' : two(rest)}`;
}

/** -5:30 */
function hours(ms: number): string {
	const minutes = Math.abs(ms) / MINUTE_MS;
	const rest = minutes % 60;
	return `${ms < 0 ? '-' : ''}${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
