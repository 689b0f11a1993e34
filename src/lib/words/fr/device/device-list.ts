import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The page of devices: search, rooms, and sorting. */
export const listWords: Words['listWords'] = {
	search: 'Rechercher',
	searchHint: 'Nom, pièce, relais, code ou MAC',
	clear: 'Terminer la recherche',
	filter: 'Afficher',
	filters: {
		all: 'Tous',
		online: 'En ligne',
		away: 'Absents',
		offline: 'Hors ligne',
		legacy: 'Legacy',
		attention: 'À vérifier',
	},
	found: (count, of) => `${count} appareils sur ${of}`,
	none: 'Aucun appareil ne correspond.',
	showAll: 'Afficher tous les appareils',
	nothingShared: 'Rien à voir pour le moment.',
	rooms: 'Pièces',
	noRoom: 'Sans pièce',
	details: 'Détails',
	tryIt: {
		busy: 'Démarrage d’une carte virtuelle…',
		board: 'Carte virtuelle',
		relays: [
			['light', 'Lumière'],
			['fan', 'Ventilateur'],
		],
	},
	hints: {
		revoked: ['Jeton révoqué', 'Il ne peut pas se connecter sans nouveau firmware.'],
		firmware: ['Nouveau firmware attendu', 'Configurez à nouveau sa carte.'],
		refused: (why) => ['Paramètres refusés par la carte', why ? isolate(why) : 'Elle garde ses paramètres précédents.'],
		legacy: ['Passer à Secure v2', 'Ce jeton peut être copié.'],
		waiting: 'De nouveaux paramètres attendent sa prochaine connexion.',
	},
	arrange: {
		start: 'Organiser',
		lead: 'Faites glisser la poignée, ou utilisez les flèches. Tout le foyer voit cet ordre.',
		done: 'Terminé',
		grip: (name) => `Déplacer ${isolate(name)} : faites glisser, ou utilisez les flèches`,
		up: (name) => `Monter ${isolate(name)}`,
		down: (name) => `Descendre ${isolate(name)}`,
		toRoom: (name) => `Pièce de ${isolate(name)}`,
		newRoom: 'Nouvelle pièce…',
		roomName: 'Nom de la pièce',
		makeRoom: 'Créer la pièce',
		renameRoom: (name) => `Renommer ${isolate(name)}`,
		rename: 'Renommer',
		moved: (name, room, place, of) => `${isolate(name)} : ${place} sur ${of}, ${isolate(room)}`,
		roomMoved: (room, place, of) => `${isolate(room)} : pièce ${place} sur ${of}`,
	},
};
