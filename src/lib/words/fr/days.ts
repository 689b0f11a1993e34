import type { Words } from '$lib/words/all-words.ts';

/** Days of the week, as schedules and access by hours name them. */
export const dayWords: Words['dayWords'] = {
	never: 'Jamais',
	everyDay: 'Tous les jours',
	and: (one, other) => `${one} et ${other}`,
	today: (time) => `aujourd’hui à ${time}`,
	tomorrow: (time) => `demain à ${time}`,
};
