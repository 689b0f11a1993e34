import type { Words } from '$lib/words/all-words.ts';

/** Days of the week, as schedules and access by hours name them. */
export const dayWords: Words['dayWords'] = {
	never: 'Nooit',
	everyDay: 'Elke dag',
	and: (one, other) => `${one} en ${other}`,
	today: (time) => `vandaag ${time}`,
	tomorrow: (time) => `morgen ${time}`,
};
