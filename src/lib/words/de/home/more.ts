import type { Words } from '$lib/words/all-words.ts';

/** The page of what the dock has no room for. */
export const moreWords: Words['moreWords'] = {
	title: 'Mehr',
	people: 'Personen',
	peopleHint: 'Wer was sehen und schalten darf',
	settings: 'Einstellungen',
	settingsHint: 'Zeit, Backup, HTTPS, Updates',
	add: 'Gerät hinzufügen',
	addHint: 'Ein echtes Board oder ein virtuelles',
	wall: 'Wandtablet',
	wallHint: '„Zuhause“ auf einem Tablet an der Wand',
	scenes: 'Szenen',
	scenesHint: 'Viele Relais auf einmal',
	account: 'Dein Konto',
	accountHint: 'Passwort, zweiter Faktor, Tokens',
	language: 'Sprache und Formate',
	languageHint: 'Uhrzeit, Woche, °C oder °F',
};
