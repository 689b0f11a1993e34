import type { Words } from '$lib/words/all-words.ts';

/** A house without devices. */
export const emptyWords: Words['emptyWords'] = {
	lead: 'Przygotuj płytkę i hasło do Wi-Fi albo najpierw wypróbuj wszystko bez płytki.',
	virtual: 'Wypróbuj z wirtualną płytką',
	steps: [
		['Opisz płytkę', 'Nadaj jej nazwę, wybierz przekaźniki i piny. Mooring utworzy jej klucz rejestracyjny.'],
		['Wgraj jej plik', 'Płytka dostaje plik, który pobierzesz, i znajduje hub.'],
		['Przełączaj', 'Płytka łączy się, zostaje przyjęta i sama pojawia się tutaj.'],
	],
};
