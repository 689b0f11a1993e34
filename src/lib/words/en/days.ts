import { translatable } from '$lib/words/language.ts';

/** Days of the week, as schedules and access by hours name them. */
export const dayWords = translatable('dayWords', {
	never: 'Never',
	everyDay: 'Every day',
	and: (one: string, other: string) => `${one} and ${other}`,
	today: (time: string) => `today ${time}`,
	tomorrow: (time: string) => `tomorrow ${time}`,
});
