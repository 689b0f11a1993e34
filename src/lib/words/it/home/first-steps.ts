import type { Words } from '$lib/words/all-words.ts';

/** What the owner of a new house does next, on Home. */
export const firstStepWords: Words['firstStepWords'] = {
	title: 'Primi passi',
	sum: (done, of) => `${done} di ${of} fatti`,
	hide: 'Nascondi',
	hideHint: 'Nascondi i primi passi per sempre',
	hidden: 'Nascosti. Trovi tutto nel menu.',
	done: 'Fatto:',
	steps: {
		board: ['Aggiungi una scheda', 'Vera, o virtuale per provare'],
		people: ['Invita qualcuno', 'Comanderà la casa dal suo telefono'],
		backup: ['Imposta un backup', 'Per il giorno in cui la scheda SD si rompe'],
		https: ['Attiva HTTPS', 'Per installare l’app e scrivere il firmware via USB'],
	},
};
