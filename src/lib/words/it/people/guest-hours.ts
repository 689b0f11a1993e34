import type { Words } from '$lib/words/all-words.ts';
import type { GuestHours } from '$protocol/dashboard/people/people.ts';
import { dayLabel, daysOf, timeOf } from '$lib/words/format/days.ts';
import { since } from '../when.ts';

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "lun–ven 08:00–12:00", within a sentence */
const times = ({ weekdays, fromMinute, toMinute }: GuestHours) =>
	`${small(daysOf(weekdays))} ${timeOf(fromMinute)}–${timeOf(toMinute)}`;

/** What a guest with weekly hours is told of them, by the clock of the house. */
export const guestHoursWords: Words['guestHoursWords'] = {
	open: (hours, switches) => `Puoi ${switches ? 'comandarli' : 'vederli'} ${times(hours)}`,
	next: ({ opensOn, fromMinute }) =>
		opensOn === null ? undefined : `${capital(since(dayLabel(opensOn)[1]))} ${timeOf(fromMinute)}`,
	closed: (hours) => `Ciò che è condiviso con te appare qui ${times(hours)}, secondo l’ora della casa.`,
};
