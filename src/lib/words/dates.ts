import { LOCALE } from '$lib/words.ts';

/** Times of day and dates as the pages of devices tell them. */

const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hour12: false });
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
	hour12: false,
});
const exact = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

const dayAndTime = new Intl.DateTimeFormat(LOCALE, {
	weekday: 'short',
	hour: '2-digit',
	minute: '2-digit',
	hour12: false,
});

/** "Sun 14:02", of what is at most some days ahead */
export const weekdayTime = (at: number) => dayAndTime.format(at);
export const hourOf = (at: number) => clock.format(at);
export const secondOf = (at: number) => exact.format(at);
export const dateOf = (at: number) => whole.format(at);
/** of a chart's axis, by how much it shows */
export const axisLabel = {
	'24h': (at: number) => clock.format(at),
	'7d': (at: number) => weekday.format(at),
	'90d': (at: number) => dayAndMonth.format(at),
	'2y': (at: number) => `${month.format(at)} ’${String(new Date(at).getFullYear()).slice(-2)}`,
};
/** of a value that is told: the time of it, or the day where it stands for days */
export const chartMoment = (at: number, range: keyof typeof axisLabel) =>
	({ '24h': clock, '7d': withTime, '90d': dayAndMonth, '2y': withYear })[range].format(at);
