import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';

/** Tiles have room for about 15 characters of state, in every language. */

/** The home page. */
export const homeWords: Words['homeWords'] = {
	title: 'Accueil',
	rooms: 'Pièces',
	favourites: 'Favoris',
	scenes: 'Scènes',
	elsewhere: 'Autres pièces',
	yours: 'Vos appareils',
	search: 'Rechercher',
	searchHint: 'Tuile, pièce ou appareil',
	clear: 'Terminer la recherche',
	arrange: 'Organiser',
	none: 'Aucune tuile ne correspond.',
	hint: (hovers, guest) => {
		const more = guest ? 'plus de détails' : 'les minuteurs, les règles et l’historique';
		return hovers
			? `Un clic droit sur une tuile, ou un clic sur son « … », affiche ${more}.`
			: `Appuyez longuement sur une tuile pour afficher ${more}.`;
	},
	more: (name) => `Détails de ${isolate(name)}`,
	fold: (room) => isolate(room),
	sum: {
		on: (n) => counted(n, { one: 'allumé', other: 'allumés' }),
		allOff: 'Tout éteint',
		away: (n) => counted(n, { one: 'absent', other: 'absents' }),
		tiles: (n) => counted(n, { one: 'tuile', other: 'tuiles' }),
	},
	allOff: (room) => `Tout éteindre : ${isolate(room)}`,
	offDone: (n, room, leftOn) =>
		`${isolate(room)} : ${counted(n, { one: 'relais éteint', other: 'relais éteints' })}.${leftOn.length > 0 ? ` Exclus, toujours allumés : ${leftOn.map(isolate).join(', ')}.` : ''}`,
	offPartly: (done, of) => `${done} sur ${of} ${plural(done, { one: 'éteint', other: 'éteints' })}.`,
	undo: 'Annuler',
	tile: {
		on: 'Allumé',
		onSince: (when) => `Allumé · ${when}`,
		off: 'Éteint',
		left: (left) => `Encore ${left}`,
		sent: 'Envoyé…',
		held: (seconds) => `Attend ${seconds} s`,
		// With the state before it, no reason would fit.
		failed: (why) => ({ 'no-answer': 'Sans réponse', 'link-lost': 'Liaison perdue', refused: 'Refusé' })[why],
		push: 'Actionner',
		pulsing: 'Actionné',
		away: (age) => (age ? `Absent ${age}` : 'Absent'),
		offline: (age) => (age ? `Coupé ${age}` : 'Coupé'),
		was: (on) => (on ? 'Était allumé' : 'Était éteint'),
		notKnown: 'Inconnu',
		old: (age) => (age ? `Il y a ${age}` : 'À l’instant'),
		noValue: 'Aucune valeur',
		relays: (n) => `${n} relais`,
		running: 'En cours…',
		done: 'Terminé',
		partly: (done, of) => `${done} sur ${of} faits`,
		areOn: 'allumés',
		allOn: 'Tout allumé',
		allOff: 'Tout éteint',
		someOn: (on, of) => `${on} sur ${of}`,
		minutes: (n) => `${n} min`,
		seconds: (n) => `${n} s`,
		hours: (n) => `${n} h`,
		days: (n) => `${n} j`,
	},
	attention: {
		label: 'À vérifier',
		waits: ['Une carte attend', 'votre décision'],
		wait: (n) => [`${n} cartes attendent`, 'votre décision'],
		pending: (names) => [names.length === 1 ? names[0]! : `${names.length} appareils`, 'à configurer'],
		away: (name, age) => [name, age ? `absent depuis ${age}` : 'est absent'],
		offline: (name, age) => [name, age ? `hors ligne depuis ${age}` : 'est hors ligne'],
		gone: (n) => [`${n} appareils`, 'ne sont pas connectés'],
		update: (name) => [name, 'n’a pas été mis à jour'],
		refused: (name) => [name, 'a refusé ses paramètres'],
		revoked: (name) => [name, 'a besoin d’un nouveau firmware'],
	},
};
