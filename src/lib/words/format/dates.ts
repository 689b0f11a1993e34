import { LOCALE } from '$lib/words/language.ts';
import { dayWords } from '$words/days.ts';

/** Times and dates for the page of a device and for schedules. */

const DAY_MS = 24 * 3_600_000;
/** Up to this far away, a weekday is unambiguous. */
const WEEKDAY_ALONE_MS = 6 * DAY_MS;

const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'short' });
const dayAndMonth = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const month = new Intl.DateTimeFormat(LOCALE, { month: 'short' });
const withYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const whole = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long' });
const withTime = new Intl.DateTimeFormat(LOCALE, {
	day: 'numeric',
	month: 'short',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
});
const exact = new Intl.DateTimeFormat(LOCALE, {
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23',
});

const weekdayAndTime = new Intl.DateTimeFormat(LOCALE, {
	weekday: 'short',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
});

/** "Sun 14:02", for times at most some days ahead */
export const weekdayTime = (at: number) => weekdayAndTime.format(at);
/** "Nov 29, 18:00" */
export const dayAndTime = (at: number) => withTime.format(at);
export const hourOf = (at: number) => clock.format(at);
export const secondOf = (at: number) => exact.format(at);
export const dateOf = (at: number) => whole.format(at);
/** labels of a chart's axis, by the range it shows */
export const axisLabel = {
	'24h': (at: number) => clock.format(at),
	'7d': (at: number) => weekday.format(at),
	'90d': (at: number) => dayAndMonth.format(at),
	'2y': (at: number) => `${month.format(at)} ’${String(new Date(at).getFullYear()).slice(-2)}`,
};
/** the time of a value in a chart; only the day if a value covers days */
export const chartMoment = (at: number, range: keyof typeof axisLabel) =>
	({ '24h': clock, '7d': withTime, '90d': dayAndMonth, '2y': withYear })[range].format(at);

/** "America/New York" */
export const zoneName = (zone: string) => zone.replaceAll('_', ' ');
/** the browser's time zone */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "today 19:33", "Tue 07:30", "Jan 12 11:40" in the given zone, which may differ from the browser's. */
export function runTime(at: number, timeZone: string, now: number): string {
	const format = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(LOCALE, { timeZone, ...options }).format(at);
	const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	const days = (dayIn(timeZone, at) - dayIn(timeZone, now)) / DAY_MS;
	if (days === 0) return dayWords.today(time);
	if (days === 1) return dayWords.tomorrow(time);
	return `${format(Math.abs(at - now) > WEEKDAY_ALONE_MS ? { day: 'numeric', month: 'short' } : { weekday: 'short' })} ${time}`;
}

/** The calendar day of a moment as a UTC time. UTC days have 24 hours, so they can be counted across clock changes. */
function dayIn(timeZone: string, at: number): number {
	return Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone }).format(at));
}
