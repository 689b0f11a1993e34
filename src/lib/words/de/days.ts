import type { Words } from '$lib/words/all-words.ts';

/** Days of the week, as schedules and access by hours name them. */
export const dayWords: Words['dayWords'] = {
	never: 'Nie',
	everyDay: 'Jeden Tag',
	and: (one, other) => `${one} und ${other}`,
	today: (time) => `heute ${time}`,
	tomorrow: (time) => `morgen ${time}`,
};
