import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';

const relays = (count: number) => `${count} relais`;
const partly = (done: number, of: number) => `${done} sur ${of} ${plural(done, { one: 'fait', other: 'faits' })}`;

/** Scenes and groups, which switch several relays with one tap. */
export const sceneWords: Words['sceneWords'] = {
	title: 'Scènes',
	lead: 'Une scène met d’un seul geste plusieurs relais chacun dans son état. Un groupe les allume ou les éteint tous.',
	relays,
	running: 'En cours…',
	set: 'Déjà en place',
	done: 'Terminé',
	partly,
	onOf: (on, of, away) =>
		[
			...(of === 0 ? [] : [`${on} sur ${of}`]),
			...(away === 0 ? [] : [counted(away, { one: 'absent', other: 'absents' })]),
		].join(', '),
	wasOn: (on, of) => `${on} sur ${of} ${plural(on, { one: 'était allumé', other: 'étaient allumés' })}`,
	on: 'Allumer',
	off: 'Éteindre',
	turn: (name, on) => `${isolate(name)} : ${on ? 'tout allumer' : 'tout éteindre'}`,
	what: (name) => `Ce que ${isolate(name)} a fait`,
	sheet: {
		title: (name, done, of) => `${isolate(name)} : ${partly(done, of)}`,
		switched: (on) => (on ? 'Allumé' : 'Éteint'),
		notDone: 'Non exécuté.',
		putBack: 'Rétablir',
		again: 'Réessayer',
	},
	goes: (relay, on) => `${relay} : ${on ? 'allumé' : 'éteint'}`,
	edit: {
		new: 'Nouvelle scène',
		change: (name) => `Modifier ${isolate(name)}`,
		edit: 'Modifier',
		name: 'Nom',
		nameHint: 'Celui que tout le monde emploie, par exemple « Bonne nuit ».',
		kind: 'Ce qu’elle fait',
		kinds: { scene: 'Scène', group: 'Groupe' },
		kindHints: {
			scene: 'Un geste, et chaque relais prend l’état choisi ici.',
			group: 'Deux boutons : tout allumer, tout éteindre.',
		},
		members: 'Relais',
		chosen: (count) => `${relays(count)} ${plural(count, { one: 'choisi', other: 'choisis' })}`,
		take: 'Reprendre les états actuels',
		took: 'Les relais choisis ici ont maintenant leurs états actuels.',
		stateOf: (relay, device) => `État de ${isolate(relay)}, ${isolate(device)}`,
		find: 'Rechercher un relais',
		noneLike: 'Aucun relais ne correspond.',
		most: (most) => `Au plus ${most} relais.`,
		save: 'Enregistrer',
		cancel: 'Annuler',
		delete: 'Supprimer',
		saved: (name) => `${isolate(name)} : enregistré.`,
		problems: { name: 'Donnez-lui un nom.', members: 'Choisissez au moins un relais.' },
		deleted: ['Quelqu’un a supprimé cette scène.', 'Enregistrer en crée une nouvelle avec ce qui est ici.'],
		missing: 'Cette scène n’existe plus.',
	},
	empty: {
		title: 'Aucune scène',
		text: 'Bonne nuit, départ de la maison, toutes les pompes à l’arrêt : choisissez les relais une fois, et commandez-les ensemble depuis l’accueil.',
		needsDevices: 'Les scènes se composent des relais de vos appareils. Ajoutez d’abord un appareil.',
	},
	leave: (name) => ({
		title: name ? `Quitter ${isolate(name)} sans enregistrer ?` : 'Quitter cette scène sans enregistrer ?',
		action: 'Quitter sans enregistrer',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Vos modifications sont perdues',
				text: 'Ce que vous avez choisi ici n’est pas conservé.',
			},
		],
	}),
	remove: (name) => ({
		title: `Supprimer ${isolate(name)} ?`,
		action: 'Supprimer',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Disparaît de tous les tableaux de bord',
				text: 'Il faudra choisir à nouveau ses relais.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Les relais restent dans leur état actuel',
				text: 'Aucun appareil ne change.',
			},
		],
	}),
};
