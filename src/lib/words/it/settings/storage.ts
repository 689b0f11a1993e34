import type { Words } from '$lib/words/all-words.ts';
import { ago } from '$lib/words/format/times.ts';

/** The hub's database and its disk, on the page of the settings. */
export const storageWords: Words['storageWords'] = {
	title: 'Memoria',
	database: 'Database',
	free: 'Spazio libero sul disco',
	unknown: 'Il sistema non lo dice',
	checked: 'Ultimo controllo',
	notChecked: 'Non ancora',
	whole: (at, now) => `${ago(at, now)}: integro`,
	damaged: 'Il database è danneggiato',
	damagedWhat: (at, now) =>
		`Lo ha rilevato un controllo (${ago(at, now)}). Ripristina un backup, su un altro disco se succede di nuovo.`,
	little: 'Resta poco spazio',
	littleWhat: 'Un backup ha bisogno di spazio per una copia del database e per il proprio file.',
	looking: 'Controllo del disco…',
};
