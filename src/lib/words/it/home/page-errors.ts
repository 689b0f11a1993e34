import type { Words } from '$lib/words/all-words.ts';

/** In place of a page that is not there, or could not be loaded. */
export const pageErrorWords: Words['pageErrorWords'] = {
	missing: {
		title: 'Pagina inesistente',
		text: 'A questo indirizzo non c’è nulla. Forse è scritto male, o ciò che mostrava non c’è più.',
	},
	failed: {
		title: 'Non è stato possibile caricare la pagina',
		text: 'L’hub non ha risposto. La pagina si carica da sola appena risponde.',
	},
	again: 'Riprova',
	toHome: 'Vai a Casa',
};
