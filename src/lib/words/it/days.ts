import type { Words } from '$lib/words/all-words.ts';

/** Days of the week, as schedules and access by hours name them. */
export const dayWords: Words['dayWords'] = {
	never: 'Mai',
	everyDay: 'Ogni giorno',
	and: (one, other) => `${one} e ${other}`,
	today: (time) => `oggi ${time}`,
	tomorrow: (time) => `domani ${time}`,
};
