import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** Home while somebody arranges it. */
export const arrangeWords: Words['arrangeWords'] = {
	lead: 'Solo tú ves este orden. La estrella marca un favorito.',
	done: 'Listo',
	favourite: (name) => `${isolate(name)}, favorito`,
	noFavourites: 'Aún no hay favoritos. Pulsa una estrella.',
	grip: (name) => `Mover ${isolate(name)}: arrastra o usa las flechas`,
	up: (name) => `Subir ${isolate(name)}`,
	down: (name) => `Bajar ${isolate(name)}`,
	moved: (name, place, of) => `${isolate(name)}: ${place} de ${of}`,
	devices: 'Las habitaciones y el orden de los dispositivos se cambian en «Dispositivos», para todos.',
};
