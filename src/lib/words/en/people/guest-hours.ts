import type { GuestHours } from '$protocol/dashboard/people/people.ts';
import { dayLabel, daysOf, timeOf } from '$lib/words/format/days.ts';
import { translatable } from '$lib/words/language.ts';

/** "Mon–Fri 08:00–12:00", within a sentence */
const times = ({ weekdays, fromMinute, toMinute }: GuestHours) =>
	`${daysOf(weekdays).replace(/^Every/, 'every')} ${timeOf(fromMinute)}–${timeOf(toMinute)}`;

/** What a guest with weekly hours is told of them, by the clock of the house. */
export const guestHoursWords = translatable('guestHoursWords', {
	/** `switches`: they may switch any of what they see */
	open: (hours: GuestHours, switches: boolean) => `You can ${switches ? 'switch' : 'see'} these ${times(hours)}`,
	/** undefined: they do not begin again */
	next: ({ opensOn, fromMinute }: GuestHours) =>
		opensOn === null ? undefined : `From ${dayLabel(opensOn)[1]} ${timeOf(fromMinute)}`,
	closed: (hours: GuestHours) => `What is shared with you appears here ${times(hours)}, by the clock of the house.`,
});
