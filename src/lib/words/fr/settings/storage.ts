import type { Words } from '$lib/words/all-words.ts';
import { ago } from '$lib/words/format/times.ts';

/** The hub's database and its disk, on the page of the settings. */
export const storageWords: Words['storageWords'] = {
	title: 'Stockage',
	database: 'Base de données',
	free: 'Libre sur son disque',
	unknown: 'Non indiqué par le système',
	checked: 'Dernière vérification',
	notChecked: 'Pas encore',
	whole: (at, now) => `${ago(at, now)} : intacte`,
	damaged: 'La base de données est endommagée',
	damagedWhat: (at, now) =>
		`Constaté par une vérification ${ago(at, now)}. Restaurez une sauvegarde, sur un autre disque si cela se reproduit.`,
	little: 'Il reste peu de place',
	littleWhat: 'Une sauvegarde demande la place d’une copie de la base de données et de son propre fichier.',
	looking: 'Examen du disque…',
};
