import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** Home while somebody arranges it. */
export const arrangeWords: Words['arrangeWords'] = {
	lead: 'Cet ordre n’est visible que par vous. L’étoile ajoute aux favoris.',
	done: 'Terminé',
	favourite: (name) => `${isolate(name)}, favori`,
	noFavourites: 'Aucun favori. Touchez une étoile.',
	grip: (name) => `Déplacer ${isolate(name)} : faites glisser, ou utilisez les flèches`,
	up: (name) => `Monter ${isolate(name)}`,
	down: (name) => `Descendre ${isolate(name)}`,
	moved: (name, place, of) => `${isolate(name)} : ${place} sur ${of}`,
	devices: 'Les pièces et l’ordre des appareils se changent dans Appareils, pour tout le monde.',
};
