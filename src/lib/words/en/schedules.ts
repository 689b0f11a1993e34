import type { ScheduleEvent, ScheduleWhen } from '$protocol/dashboard/plan.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { type Recurrence, daysOf, timeOf } from '$lib/words/format/days.ts';
import { translatable } from '$lib/words/language.ts';

const offsetOf = (minutes: number) =>
	`${exactDuration(Math.abs(minutes) * 60_000)} ${minutes < 0 ? 'before' : 'after'}`;
const events = { sunrise: 'sunrise', sunset: 'sunset' };

function whenOf(event: ScheduleEvent, minutes: number): string {
	if (event === 'time') return `at ${timeOf(minutes)}`;
	return minutes === 0 ? `at ${events[event]}` : `${offsetOf(minutes)} ${events[event]}`;
}

/** What follows the days of a schedule. */
const whenWords: Record<ScheduleWhen, string> = {
	always: '',
	'at-home': ', only at home',
	'in-vacation': ', only in a vacation',
};

export const scheduleWords = translatable('scheduleWords', {
	title: 'Schedules',
	none: 'Nothing is switched by the clock.',
	lead: 'Kept and run on the board, also while the hub is away.',
	clockUnset: 'Clock not set: schedules wait until the board knows the time.',
	next: (when: string, zone: string) => `Next ${when} · ${zone}`,
	nextVaried: (when: string, zone: string) => `Next ${when}, varied · ${zone}`,
	noVacation: 'Runs in the next vacation.',
	notInVacation: 'Does not run in the vacation.',
	notWithinYear: 'Does not run within a year as things are.',
	asking: 'Looking up its next run…',
	unsaved: (zone: string | undefined) =>
		`${zone ? `By the time of ${zone}. ` : ''}Its next run is known once it is saved.`,
	notOnBoard: 'Not on the board yet.',
	noClock: 'Waits for the board’s clock.',
	noSun: 'The sun does not rise or set there within a year.',
	noPlace: 'Sunrise and sunset need to know where you are.',
	setPlace: 'Say where the house is',
	sentence: (relay: string, on: boolean, forMs: number) =>
		`${isolate(relay)} ${on ? 'on' : 'off'}${on && forMs > 0 ? ` for ${exactDuration(forMs)}` : ''}`,
	when: ({ weekdays, event, minutes, when, varyMinutes }: Recurrence) =>
		`${daysOf(weekdays)} ${whenOf(event, minutes)}${whenWords[when]}${varyMinutes > 0 ? `, varied by up to ${varyMinutes} min in a vacation` : ''}`,
	relay: 'Relay',
	state: 'Switch it',
	on: 'On',
	off: 'Off',
	days: 'Days',
	event: 'When',
	events: { time: 'Time', sunrise: 'Sunrise', sunset: 'Sunset' } satisfies Record<ScheduleEvent, string>,
	time: 'Time',
	offset: 'Offset',
	offsetOf: (minutes: number) => (minutes === 0 ? 'At that moment' : offsetOf(minutes)),
	earlier: (minutes: number) => `${minutes} min earlier`,
	later: (minutes: number) => `${minutes} min later`,
	runs: 'When it runs',
	whens: { always: 'Always', 'at-home': 'Only at home', 'in-vacation': 'Only in a vacation' } satisfies Record<
		ScheduleWhen,
		string
	>,
	vary: 'Vary in a vacation',
	varyBy: (minutes: number) => (minutes === 0 ? 'Not' : `± ${minutes} min`),
	varyLess: (minutes: number) => `Vary by ${minutes} min less`,
	varyMore: (minutes: number) => `Vary by ${minutes} min more`,
	varyHint: 'The board draws a new time every day, so that it looks as if somebody were at home.',
	forMs: 'For how long',
	forHint: 'Empty: it stays on.',
	add: 'Add schedule',
	remove: 'Remove schedule',
});
