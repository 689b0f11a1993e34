import type { Words } from '$lib/words/all-words.ts';

/** The page of what the dock has no room for. */
export const moreWords: Words['moreWords'] = {
	title: 'Altro',
	people: 'Persone',
	peopleHint: 'Chi può vedere e comandare che cosa',
	settings: 'Impostazioni',
	settingsHint: 'Ora, backup, HTTPS, aggiornamenti',
	add: 'Aggiungi dispositivo',
	addHint: 'Una scheda vera o simulata dall’hub',
	wall: 'Pannello a muro',
	wallHint: 'La casa su un tablet alla parete',
	scenes: 'Scene',
	scenesHint: 'Molti relè con un tocco',
	account: 'Il tuo account',
	accountHint: 'Password, secondo fattore, token',
	language: 'Lingua e formati',
	languageHint: 'Ora, settimana, °C o °F',
};
