import { LOCALE } from '$lib/words/language.ts';
import { dayWords } from '$words/days.ts';

/** Days are bits; bit 0 is Monday. */
const EVERY_DAY = 127;
const WORKDAYS = 31;
const WEEKEND = 96;

const DAY_MS = 24 * 3_600_000;
/** 1 January 2024 was a Monday. */
const A_MONDAY_MS = Date.UTC(2024, 0, 1);
const DAYS = [0, 1, 2, 3, 4, 5, 6];

const names = (weekday: 'short' | 'long') => {
	const format = new Intl.DateTimeFormat(LOCALE, { weekday, timeZone: 'UTC' });
	return DAYS.map((day) => format.format(A_MONDAY_MS + day * DAY_MS));
};
const short = names('short');
const long = names('long');

/** "Mo", "Monday": a day of the week, 0 is Monday */
export const dayLabel = (day: number) => [short[day]!.slice(0, 2), long[day]!] as const;

/** "Every day", "Mon–Fri", "Mon, Wed" */
export function daysOf(weekdays: number): string {
	if (weekdays === 0) return dayWords.never;
	if (weekdays === EVERY_DAY) return dayWords.everyDay;
	if (weekdays === WORKDAYS) return `${short[0]}–${short[4]}`;
	if (weekdays === WEEKEND) return dayWords.and(short[5]!, short[6]!);
	return short.filter((_, day) => weekdays & (1 << day)).join(', ');
}

/** "07:30", of minutes since midnight */
export const timeOf = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
