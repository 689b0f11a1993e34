import type { GuestHours } from '$protocol/dashboard/people/people.ts';
import type { Words } from '$lib/words/all-words.ts';
import { dayLabel, daysOf, timeOf } from '$lib/words/format/days.ts';

/** "lun.–ven. 08:00–12:00", within a sentence */
const times = ({ weekdays, fromMinute, toMinute }: GuestHours) =>
	`${daysOf(weekdays).replace(/^Tous/, 'tous')} ${timeOf(fromMinute)}–${timeOf(toMinute)}`;

/** What a guest with weekly hours is told of them, by the clock of the house. */
export const guestHoursWords: Words['guestHoursWords'] = {
	open: (hours, switches) => `Vous pouvez ${switches ? 'commander' : 'voir'} ceci : ${times(hours)}`,
	next: ({ opensOn, fromMinute }) =>
		opensOn === null ? undefined : `Dès ${dayLabel(opensOn)[1]} ${timeOf(fromMinute)}`,
	closed: (hours) =>
		`Ce qui est partagé avec vous apparaît ici aux heures suivantes, à l’heure de la maison : ${times(hours)}.`,
};
