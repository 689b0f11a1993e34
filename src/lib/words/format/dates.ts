import { dayWords } from '$words/days.ts';
import { clockOptions, dateText } from './intl.ts';

/** Times and dates for the page of a device and for schedules. */

const DAY_MS = 24 * 3_600_000;
/** Up to this far away, a weekday is unambiguous. */
const WEEKDAY_ALONE_MS = 6 * DAY_MS;

const DAY_AND_MONTH = { day: 'numeric', month: 'short' } as const;

/** "Sun 14:02", for times at most some days ahead */
export const weekdayTime = (at: number) => dateText(at, { weekday: 'short', ...clockOptions() });
/** "Nov 29, 18:00" */
export const dayAndTime = (at: number) => dateText(at, { ...DAY_AND_MONTH, ...clockOptions() });
/** "14:02", or "2:02 pm"; of the browser's time zone if none is given */
export const hourOf = (at: number, timeZone?: string) =>
	dateText(at, { ...clockOptions(), ...(timeZone && { timeZone }) });
/** "14:02:33" */
export const secondOf = (at: number) => dateText(at, { ...clockOptions(), second: '2-digit' });
/** "Saturday, November 28" */
export const weekdayAndDate = (at: number) => dateText(at, { weekday: 'long', day: 'numeric', month: 'long' });
/** "November 29, 2026" */
export const dateOf = (at: number) => dateText(at, { dateStyle: 'long' });
/** labels of a chart's axis, by the range it shows */
export const axisLabel = {
	'24h': (at: number) => hourOf(at),
	'7d': (at: number) => dateText(at, { weekday: 'short' }),
	'90d': (at: number) => dateText(at, DAY_AND_MONTH),
	'2y': (at: number) => `${dateText(at, { month: 'short' })} ’${String(new Date(at).getFullYear()).slice(-2)}`,
};
/** the time of a value in a chart; only the day if a value covers days */
export const chartMoment = (at: number, range: keyof typeof axisLabel) =>
	({
		'24h': () => hourOf(at),
		'7d': () => dayAndTime(at),
		'90d': () => dateText(at, DAY_AND_MONTH),
		'2y': () => dateText(at, { ...DAY_AND_MONTH, year: 'numeric' }),
	})[range]();

/** "America/New York" */
export const zoneName = (zone: string) => zone.replaceAll('_', ' ');
/** the browser's time zone */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "today 19:33", "Tue 07:30", "Jan 12 11:40" in the given zone, which may differ from the browser's. */
export function runTime(at: number, timeZone: string, now: number): string {
	const time = hourOf(at, timeZone);
	const days = (dayIn(timeZone, at) - dayIn(timeZone, now)) / DAY_MS;
	if (days === 0) return dayWords.today(time);
	if (days === 1) return dayWords.tomorrow(time);
	const day = Math.abs(at - now) > WEEKDAY_ALONE_MS ? DAY_AND_MONTH : ({ weekday: 'short' } as const);
	return `${dateText(at, { timeZone, ...day })} ${time}`;
}

/** The calendar day of a moment as a UTC time. UTC days have 24 hours, so they can be counted across clock changes. */
function dayIn(timeZone: string, at: number): number {
	return Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone }).format(at));
}
