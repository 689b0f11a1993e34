import type { Words } from '$lib/words/all-words.ts';

/** Telling the project how its firmware does on a real board, from the page of a device. */
export const hardwareWords: Words['hardwareWords'] = {
	title: 'Czy ta płytka robi to, co powinna?',
	lead: 'Napisz do projektu: jego lista płytek zaczyna się od ciebie.',
	works: 'Ta płytka działa',
	fails: 'Nie działa',
	dialog: {
		works: 'Ta płytka działa',
		fails: 'Ta płytka nie działa',
		lead: 'Powstanie z tego tekst do listy płytek projektu. Nic nie jest wysyłane: kopiujesz go lub udostępniasz bez pośrednictwa huba.',
		own: 'Co zostało wypróbowane i co się stało?',
		ownHint: 'Bez nazwisk, haseł i adresów.',
		text: 'Tekst',
		english: 'Jest po angielsku, tak jak lista. Twoje własne słowa pozostają bez zmian.',
		looking: 'Hub sprawdza, co widział…',
		copy: 'Kopiuj tekst',
		copied: 'Tekst skopiowano.',
		share: 'Udostępnij…',
		where: 'Umieść go w nowym zgłoszeniu w projekcie, w formularzu dla płytek.',
		close: 'Zamknij',
	},
};
