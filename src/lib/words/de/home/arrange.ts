import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** Home while somebody arranges it. */
export const arrangeWords: Words['arrangeWords'] = {
	lead: 'Nur du siehst diese Reihenfolge. Ein Stern macht die Kachel zum Favoriten.',
	done: 'Fertig',
	favourite: (name) => `${isolate(name)}, Favorit`,
	noFavourites: 'Noch keine Favoriten. Tippe auf einen Stern.',
	grip: (name) => `${isolate(name)} verschieben: ziehen oder Pfeiltasten benutzen`,
	up: (name) => `${isolate(name)} nach oben`,
	down: (name) => `${isolate(name)} nach unten`,
	moved: (name, place, of) => `${isolate(name)}: ${place} von ${of}`,
	devices: 'Räume und die Reihenfolge der Geräte änderst du unter „Geräte“, für alle.',
};
