import type { Words } from '$lib/words/all-words.ts';

/** Days of the week, as schedules and access by hours name them. */
export const dayWords: Words['dayWords'] = {
	never: 'Nigdy',
	everyDay: 'Codziennie',
	and: (one, other) => `${one} i ${other}`,
	today: (time) => `dziś o ${time}`,
	tomorrow: (time) => `jutro o ${time}`,
};
