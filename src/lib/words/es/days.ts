import type { Words } from '$lib/words/all-words.ts';

/** Days of the week, as schedules and access by hours name them. */
export const dayWords: Words['dayWords'] = {
	never: 'Nunca',
	everyDay: 'Todos los días',
	and: (one, other) => `${one} y ${other}`,
	today: (time) => `hoy ${time}`,
	tomorrow: (time) => `mañana ${time}`,
};
