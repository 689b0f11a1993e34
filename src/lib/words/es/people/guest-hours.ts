import type { GuestHours } from '$protocol/dashboard/people/people.ts';
import type { Words } from '$lib/words/all-words.ts';
import { dayLabel, daysOf, timeOf } from '$lib/words/format/days.ts';
import { at } from '../moment.ts';

/** "lun–vie 08:00–12:00", within a sentence */
function times({ weekdays, fromMinute, toMinute }: GuestHours): string {
	const days = daysOf(weekdays);
	return `${days.charAt(0).toLowerCase()}${days.slice(1)} ${timeOf(fromMinute)}–${timeOf(toMinute)}`;
}

/** What a guest with weekly hours is told of them, by the clock of the house. */
export const guestHoursWords: Words['guestHoursWords'] = {
	open: (hours, switches) => `Puedes ${switches ? 'controlar' : 'ver'} esto ${times(hours)}`,
	next: ({ opensOn, fromMinute }) =>
		opensOn === null ? undefined : `Desde el ${dayLabel(opensOn)[1]} ${at(timeOf(fromMinute))}`,
	closed: (hours) => `Lo que se comparte contigo aparece aquí ${times(hours)}, según el reloj de la casa.`,
};
