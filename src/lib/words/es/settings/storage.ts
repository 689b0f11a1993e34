import type { Words } from '$lib/words/all-words.ts';
import { ago } from '$lib/words/format/times.ts';

/** The hub's database and its disk, on the page of the settings. */
export const storageWords: Words['storageWords'] = {
	title: 'Almacenamiento',
	database: 'Base de datos',
	free: 'Libre en su disco',
	unknown: 'El sistema no lo dice',
	checked: 'Última comprobación',
	notChecked: 'Aún no',
	whole: (at, now) => `${ago(at, now)}: sin daños`,
	damaged: 'La base de datos está dañada',
	damagedWhat: (at, now) =>
		`Lo detectó una comprobación ${ago(at, now)}. Restaura una copia de seguridad; si vuelve a pasar, en otro disco.`,
	little: 'Queda poco espacio',
	littleWhat: 'Una copia de seguridad necesita espacio para una copia de la base de datos y para su propio archivo.',
	looking: 'Mirando el disco…',
};
