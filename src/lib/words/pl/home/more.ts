import type { Words } from '$lib/words/all-words.ts';

/** The page of what the dock has no room for. */
export const moreWords: Words['moreWords'] = {
	title: 'Więcej',
	people: 'Osoby',
	peopleHint: 'Kto może co widzieć i przełączać',
	settings: 'Ustawienia',
	settingsHint: 'Czas, kopia zapasowa, HTTPS, aktualizacje',
	add: 'Dodaj urządzenie',
	addHint: 'Płytkę prawdziwą albo symulowaną przez ten hub',
	wall: 'Panel ścienny',
	wallHint: '„Dom” na tablecie przy ścianie',
	scenes: 'Sceny',
	scenesHint: 'Wiele przekaźników jednym dotknięciem',
	account: 'Twoje konto',
	accountHint: 'Hasło, drugi składnik, tokeny',
	language: 'Język i formaty',
	languageHint: 'Zegar, tydzień, °C lub °F',
};
