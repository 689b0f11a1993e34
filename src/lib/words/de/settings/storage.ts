import type { Words } from '$lib/words/all-words.ts';
import { ago } from '$lib/words/format/times.ts';

/** The hub's database and its disk, on the page of the settings. */
export const storageWords: Words['storageWords'] = {
	title: 'Speicher',
	database: 'Datenbank',
	free: 'Frei auf dem Datenträger',
	unknown: 'Das System gibt es nicht an',
	checked: 'Letzte Prüfung',
	notChecked: 'Noch keine',
	whole: (at, now) => `${ago(at, now)}: unbeschädigt`,
	damaged: 'Die Datenbank ist beschädigt',
	damagedWhat: (at, now) =>
		`Festgestellt bei einer Prüfung ${ago(at, now)}. Stelle ein Backup wieder her. Passiert es noch einmal, nimm einen anderen Datenträger.`,
	little: 'Es ist nur noch wenig Platz',
	littleWhat: 'Ein Backup braucht Platz für eine Kopie der Datenbank und für seine eigene Datei.',
	looking: 'Datenträger wird geprüft…',
};
