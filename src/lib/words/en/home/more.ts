import { translatable } from '$lib/words/language.ts';

/** The page of what the dock has no room for. */
export const moreWords = translatable('moreWords', {
	title: 'More',
	people: 'People',
	peopleHint: 'Who may see and switch what',
	settings: 'Settings',
	settingsHint: 'Time, backup, HTTPS, updates',
	add: 'Add device',
	addHint: 'A real board, or a virtual one to try',
	wall: 'Wall panel',
	wallHint: 'Home on a tablet at the wall',
	scenes: 'Scenes',
	scenesHint: 'Many relays with one tap',
	account: 'Your account',
	accountHint: 'Password, second factor, tokens',
	language: 'Language and formats',
	languageHint: 'Clock, week, °C or °F',
});
