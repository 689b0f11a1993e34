import type { Words } from '$lib/words/all-words.ts';

/** The page of what the dock has no room for. */
export const moreWords: Words['moreWords'] = {
	title: 'Mehr',
	people: 'Personen',
	peopleHint: 'Wer was sehen und schalten darf',
	settings: 'Einstellungen',
	settingsHint: 'Zeit, Backup, HTTPS, Updates',
	add: 'Gerät hinzufügen',
	addHint: 'Ein Board, oder eines, das dieser Hub simuliert',
	scenes: 'Szenen',
	scenesHint: 'Viele Relais mit einem Tipp',
	account: 'Dein Konto',
	accountHint: 'Passwort, zweiter Faktor, Tokens',
};
