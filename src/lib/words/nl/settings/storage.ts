import type { Words } from '$lib/words/all-words.ts';
import { ago } from '$lib/words/format/times.ts';

/** The hub's database and its disk, on the page of the settings. */
export const storageWords: Words['storageWords'] = {
	title: 'Opslag',
	database: 'Database',
	free: 'Vrij op de schijf',
	unknown: 'Het systeem meldt dit niet',
	checked: 'Laatste controle',
	notChecked: 'Nog niet',
	whole: (at, now) => `${ago(at, now)}: onbeschadigd`,
	damaged: 'De database is beschadigd',
	damagedWhat: (at, now) =>
		`Gevonden bij een controle: ${ago(at, now)}. Herstel een back-up, en op een andere schijf als dit nog eens gebeurt.`,
	little: 'Er is weinig ruimte over',
	littleWhat: 'Een back-up heeft ruimte nodig voor een kopie van de database en voor zijn eigen bestand.',
	looking: 'De schijf wordt bekeken…',
};
