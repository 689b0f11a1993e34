import type { Words } from '$lib/words/all-words.ts';

/** In place of a page that is not there, or could not be loaded. */
export const pageErrorWords: Words['pageErrorWords'] = {
	missing: {
		title: 'Cette page n’existe pas',
		text: 'Il n’y a rien à cette adresse. Elle est peut-être mal saisie, ou ce qu’elle affichait a été supprimé.',
	},
	failed: {
		title: 'Impossible de charger cette page',
		text: 'Le hub n’a pas répondu. La page se chargera toute seule dès qu’il répondra.',
	},
	again: 'Réessayer',
	toHome: 'Vers l’accueil',
};
