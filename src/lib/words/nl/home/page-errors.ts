import type { Words } from '$lib/words/all-words.ts';

/** In place of a page that is not there, or could not be loaded. */
export const pageErrorWords: Words['pageErrorWords'] = {
	missing: {
		title: 'Pagina bestaat niet',
		text: 'Er is niets op dit adres. Misschien is het verkeerd getypt, of is het verwijderd.',
	},
	failed: {
		title: 'Deze pagina kon niet worden geladen',
		text: 'De hub heeft niet geantwoord. De pagina laadt vanzelf zodra dat wel zo is.',
	},
	again: 'Opnieuw proberen',
	toHome: 'Naar Thuis',
};
