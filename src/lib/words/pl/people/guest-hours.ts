import type { GuestHours } from '$protocol/dashboard/people/people.ts';
import type { Words } from '$lib/words/all-words.ts';
import { dayLabel, daysOf, timeOf } from '$lib/words/format/days.ts';
import { since } from '../moments.ts';

/** "pon.–pt. 08:00–12:00", within a sentence */
const times = ({ weekdays, fromMinute, toMinute }: GuestHours) =>
	`${daysOf(weekdays).replace(/^Codziennie/, 'codziennie')} ${timeOf(fromMinute)}–${timeOf(toMinute)}`;

/** What a guest with weekly hours is told of them, by the clock of the house. */
export const guestHoursWords: Words['guestHoursWords'] = {
	open: (hours, switches) => `Możesz to ${switches ? 'przełączać' : 'widzieć'} ${times(hours)}`,
	next: ({ opensOn, fromMinute }) =>
		opensOn === null ? undefined : `Dostęp ${since(dayLabel(opensOn)[1])} ${timeOf(fromMinute)}`,
	closed: (hours) => `To, co ci udostępniono, pojawia się tu ${times(hours)}, według zegara domu.`,
};
