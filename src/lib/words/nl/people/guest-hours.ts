import type { GuestHours } from '$protocol/dashboard/people/people.ts';
import type { Words } from '$lib/words/all-words.ts';
import { dayLabel, daysOf, timeOf } from '$lib/words/format/days.ts';

/** "ma–vr 08:00–12:00", within a sentence */
const times = ({ weekdays, fromMinute, toMinute }: GuestHours) =>
	`${daysOf(weekdays).replace(/^Elke/, 'elke')} ${timeOf(fromMinute)}–${timeOf(toMinute)}`;

/** What a guest with weekly hours is told of them, by the clock of the house. */
export const guestHoursWords: Words['guestHoursWords'] = {
	open: (hours, switches) => `Je kunt dit ${switches ? 'schakelen' : 'zien'}: ${times(hours)}`,
	next: ({ opensOn, fromMinute }) =>
		opensOn === null ? undefined : `Vanaf ${dayLabel(opensOn)[1]} ${timeOf(fromMinute)}`,
	closed: (hours) => `Wat met je is gedeeld, verschijnt hier ${times(hours)}, volgens de klok van het huis.`,
};
