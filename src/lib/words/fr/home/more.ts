import type { Words } from '$lib/words/all-words.ts';

/** The page of what the dock has no room for. */
export const moreWords: Words['moreWords'] = {
	title: 'Plus',
	people: 'Personnes',
	peopleHint: 'Qui peut voir et commander quoi',
	settings: 'Paramètres',
	settingsHint: 'Heure, sauvegarde, HTTPS, mises à jour',
	add: 'Ajouter un appareil',
	addHint: 'Une carte, réelle ou simulée par ce hub',
	wall: 'Panneau mural',
	wallHint: 'L’accueil sur une tablette au mur',
	scenes: 'Scènes',
	scenesHint: 'Plusieurs relais d’un seul geste',
	account: 'Votre compte',
	accountHint: 'Mot de passe, second facteur, jetons',
	language: 'Langue et formats',
	languageHint: 'Heure, semaine, °C ou °F',
};
