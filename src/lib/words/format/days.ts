import type { SchedulePlan } from '$protocol/dashboard/plan.ts';
import { dayWords } from '$words/days.ts';
import { hourOf } from './dates.ts';
import { formats } from './formats.svelte.ts';
import { dateText } from './intl.ts';

/** Days are bits; bit 0 is Monday. */
const EVERY_DAY = 127;
const WORKDAYS = 31;
const WEEKEND = 96;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** 1 January 2024 was a Monday. */
const A_MONDAY_MS = Date.UTC(2024, 0, 1);
const DAYS = [0, 1, 2, 3, 4, 5, 6];
const [MONDAY, FRIDAY, SATURDAY, SUNDAY] = [0, 4, 5, 6] as const;

const nameOf = (day: number, weekday: 'short' | 'long') =>
	dateText(A_MONDAY_MS + day * DAY_MS, { weekday, timeZone: 'UTC' });
const short = (day: number) => nameOf(day, 'short');

/** "Mo", "Monday": a day of the week, 0 is Monday */
export const dayLabel = (day: number) => [short(day).slice(0, 2), nameOf(day, 'long')] as const;

/** All seven, from the first day of this person's week on. */
export const weekdaysInOrder = (): number[] => DAYS.map((day) => (day + formats.current.firstDay) % DAYS.length);

/** "Every day", "Mon–Fri", "Mon, Wed" */
export function daysOf(weekdays: number): string {
	if (weekdays === 0) return dayWords.never;
	if (weekdays === EVERY_DAY) return dayWords.everyDay;
	if (weekdays === WORKDAYS) return `${short(MONDAY)}–${short(FRIDAY)}`;
	if (weekdays === WEEKEND) return dayWords.and(short(SATURDAY), short(SUNDAY));
	return weekdaysInOrder()
		.filter((day) => weekdays & (1 << day))
		.map(short)
		.join(', ');
}

/** What says when a schedule runs. */
export type Recurrence = Pick<SchedulePlan, 'weekdays' | 'event' | 'minutes' | 'when' | 'varyMinutes'>;

/** "07:30", or "7:30 am", of minutes since midnight */
export const timeOf = (minutes: number) => hourOf(minutes * MINUTE_MS, 'UTC');

/** The same of a time of day that the hub has written as "07:30" */
export function timeOfText(text: string): string {
	const [hours = 0, minutes = 0] = text.split(':').map(Number);
	return timeOf(hours * 60 + minutes);
}

/** Minutes since midnight as the value of an input, which every browser shows in its own way: "07:30" */
export const timeValue = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
