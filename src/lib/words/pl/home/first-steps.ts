import type { Words } from '$lib/words/all-words.ts';

/** What the owner of a new house does next, on Home. */
export const firstStepWords: Words['firstStepWords'] = {
	title: 'Pierwsze kroki',
	sum: (done, of) => `Gotowe: ${done} z ${of}`,
	hide: 'Ukryj',
	hideHint: 'Ukryj pierwsze kroki na stałe',
	hidden: 'Ukryto. Wszystko jest w menu.',
	done: 'Gotowe:',
	steps: {
		board: ['Dodaj płytkę', 'Prawdziwą albo wirtualną na próbę'],
		people: ['Zaproś kogoś', 'Każdy przełącza na swoim telefonie'],
		backup: ['Ustaw kopię zapasową', 'Na dzień, gdy karta się zepsuje'],
		https: ['Włącz HTTPS', 'Aby zainstalować aplikację i wgrywać przez USB'],
	},
};
