import type { ScheduleEvent } from '$protocol/dashboard/plan.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { translatable } from '$lib/words/language.ts';

const offsetOf = (minutes: number) =>
	`${exactDuration(Math.abs(minutes) * 60_000)} ${minutes < 0 ? 'before' : 'after'}`;
const events = { sunrise: 'sunrise', sunset: 'sunset' };

function whenOf(event: ScheduleEvent, minutes: number): string {
	if (event === 'time') return `at ${timeOf(minutes)}`;
	return minutes === 0 ? `at ${events[event]}` : `${offsetOf(minutes)} ${events[event]}`;
}

export const scheduleWords = translatable('scheduleWords', {
	title: 'Schedules',
	none: 'Nothing is switched by the clock.',
	lead: 'Kept and run on the board, also while the hub is away.',
	clockUnset: 'Clock not set: schedules wait until the board knows the time.',
	next: (when: string, zone: string) => `Next ${when} · ${zone}`,
	asking: 'Looking up its next run…',
	unsaved: (zone: string | undefined) =>
		`${zone ? `By the time of ${zone}. ` : ''}Its next run is known once it is saved.`,
	notOnBoard: 'Not on the board yet.',
	noClock: 'Waits for the board’s clock.',
	noSun: 'The sun does not rise or set there within a year.',
	noPlace: 'Sunrise and sunset need to know where you are.',
	setPlace: 'Set your place in Settings',
	sentence: (relay: string, on: boolean, forMs: number) =>
		`${isolate(relay)} ${on ? 'on' : 'off'}${on && forMs > 0 ? ` for ${exactDuration(forMs)}` : ''}`,
	when: (weekdays: number, event: ScheduleEvent, minutes: number) => `${daysOf(weekdays)} ${whenOf(event, minutes)}`,
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
	forMs: 'For how long',
	forHint: 'Empty: it stays on.',
	add: 'Add schedule',
	remove: 'Remove schedule',
});
