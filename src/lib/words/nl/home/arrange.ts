import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** Home while somebody arranges it. */
export const arrangeWords: Words['arrangeWords'] = {
	lead: 'Alleen jij ziet deze volgorde. Met de ster maak je iets favoriet.',
	done: 'Klaar',
	favourite: (name) => `${isolate(name)}, favoriet`,
	noFavourites: 'Nog geen favorieten. Tik op een ster.',
	grip: (name) => `${isolate(name)} verplaatsen: sleep, of gebruik de pijltjestoetsen`,
	up: (name) => `${isolate(name)} omhoog`,
	down: (name) => `${isolate(name)} omlaag`,
	moved: (name, place, of) => `${isolate(name)}: ${place} van ${of}`,
	devices: 'Kamers en de volgorde van apparaten wijzig je bij ‘Apparaten’, voor iedereen.',
};
