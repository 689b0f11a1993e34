import type { Words } from '$lib/words/all-words.ts';

/** The page of what the dock has no room for. */
export const moreWords: Words['moreWords'] = {
	title: 'Meer',
	people: 'Personen',
	peopleHint: 'Wie wat mag zien en schakelen',
	settings: 'Instellingen',
	settingsHint: 'Tijd, back-up, HTTPS, updates',
	add: 'Apparaat toevoegen',
	addHint: 'Een echt board of een virtueel',
	wall: 'Wandpaneel',
	wallHint: 'Thuis op een tablet aan de muur',
	scenes: 'Scènes',
	scenesHint: 'Veel relais met één tik',
	account: 'Je account',
	accountHint: 'Wachtwoord, tweestapsverificatie, tokens',
	language: 'Taal en notatie',
	languageHint: 'Klok, week, °C of °F',
};
