import type { Words } from '$lib/words/all-words.ts';

/** What the owner of a new house does next, on Home. */
export const firstStepWords: Words['firstStepWords'] = {
	title: 'Eerste stappen',
	sum: (done, of) => `${done} van ${of} gedaan`,
	hide: 'Verbergen',
	hideHint: 'De eerste stappen voorgoed verbergen',
	hidden: 'Verborgen. Je vindt alles in het menu.',
	done: 'Gedaan:',
	steps: {
		board: ['Voeg een board toe', 'Een echt, of een virtueel om te proberen'],
		people: ['Nodig iemand uit', 'Dan schakelen ze met hun eigen telefoon'],
		backup: ['Stel een back-up in', 'Voor als de geheugenkaart stukgaat'],
		https: ['Zet HTTPS aan', 'Om de app te installeren en via USB te flashen'],
	},
};
