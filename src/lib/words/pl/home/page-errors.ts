import type { Words } from '$lib/words/all-words.ts';

/** In place of a page that is not there, or could not be loaded. */
export const pageErrorWords: Words['pageErrorWords'] = {
	missing: {
		title: 'Nie ma takiej strony',
		text: 'Pod tym adresem nic nie ma. Może jest w nim błąd albo to, co pokazywał, już nie istnieje.',
	},
	failed: {
		title: 'Nie udało się wczytać tej strony',
		text: 'Hub nie odpowiedział. Strona wczyta się sama, gdy tylko odpowie.',
	},
	again: 'Spróbuj ponownie',
	toHome: 'Do strony „Dom”',
};
