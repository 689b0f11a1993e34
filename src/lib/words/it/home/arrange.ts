import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** Home while somebody arranges it. */
export const arrangeWords: Words['arrangeWords'] = {
	lead: 'Solo tu vedi questo ordine. La stella aggiunge ai preferiti.',
	done: 'Fatto',
	favourite: (name) => `${isolate(name)}, preferito`,
	noFavourites: 'Ancora nessun preferito. Premi una stella.',
	grip: (name) => `Sposta ${isolate(name)}: trascina o usa i tasti freccia`,
	up: (name) => `Sposta ${isolate(name)} in alto`,
	down: (name) => `Sposta ${isolate(name)} in basso`,
	moved: (name, place, of) => `${isolate(name)}: ${place} di ${of}`,
	devices: 'Le stanze e l’ordine dei dispositivi si cambiano in “Dispositivi”, per tutti.',
};
