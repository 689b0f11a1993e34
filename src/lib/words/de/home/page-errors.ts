import type { Words } from '$lib/words/all-words.ts';

/** In place of a page that is not there, or could not be loaded. */
export const pageErrorWords: Words['pageErrorWords'] = {
	missing: {
		title: 'Diese Seite gibt es nicht',
		text: 'Unter dieser Adresse ist nichts. Vielleicht ist sie vertippt, oder was sie zeigte, ist gelöscht.',
	},
	failed: {
		title: 'Die Seite wurde nicht geladen',
		text: 'Der Hub hat nicht geantwortet. Sobald er es tut, lädt die Seite von selbst.',
	},
	again: 'Erneut versuchen',
	toHome: 'Zu „Zuhause“',
};
