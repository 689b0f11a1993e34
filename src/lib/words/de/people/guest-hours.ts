import type { GuestHours } from '$protocol/dashboard/people/people.ts';
import type { Words } from '$lib/words/all-words.ts';
import { dayLabel, daysOf, timeOf } from '$lib/words/format/days.ts';

/** "Mo–Fr 08:00–12:00", within a sentence */
const times = ({ weekdays, fromMinute, toMinute }: GuestHours) =>
	`${daysOf(weekdays).replace(/^Jeden/, 'jeden')} ${timeOf(fromMinute)}–${timeOf(toMinute)}`;

/** What a guest with weekly hours is told of them, by the clock of the house. */
export const guestHoursWords: Words['guestHoursWords'] = {
	open: (hours, switches) => `Du kannst dies ${times(hours)} ${switches ? 'schalten' : 'sehen'}`,
	next: ({ opensOn, fromMinute }) =>
		opensOn === null ? undefined : `Ab ${dayLabel(opensOn)[1]} ${timeOf(fromMinute)}`,
	closed: (hours) => `Was mit dir geteilt ist, erscheint hier ${times(hours)}, nach der Uhr des Hauses.`,
};
