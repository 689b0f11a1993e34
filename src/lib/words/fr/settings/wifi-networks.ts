import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi networks that the hub keeps, on the page of its settings. */
export const networkWords: Words['networkWords'] = {
	title: 'Réseaux Wi-Fi',
	lead: 'Conservés pour la prochaine carte, mots de passe chiffrés. Pour ajouter une carte, il suffit d’en choisir un, sans rien saisir.',
	looking: 'Recherche des réseaux…',
	none: 'Aucun pour l’instant. Le premier est conservé à l’ajout d’une carte.',
	open: 'Réseau ouvert',
	add: 'Ajouter un réseau',
	cancel: 'Annuler',
	save: 'Conserver',
	kept: (ssid) => `${isolate(ssid)} est conservé pour la prochaine carte.`,
	full: (most) => `Le hub conserve ${most} réseaux au plus.`,
	change: 'Changer le mot de passe',
	changeOf: (ssid) => `Changer le mot de passe de ${isolate(ssid)}`,
	changed: (ssid) => `Les prochaines cartes reçoivent le nouveau mot de passe de ${isolate(ssid)}.`,
	password: 'Nouveau mot de passe',
	remove: 'Retirer',
	removeOf: (ssid) => `Retirer ${isolate(ssid)}`,
	removed: (ssid) => `${isolate(ssid)} n’est plus conservé.`,
	askChange: (ssid) => ({
		title: `Changer le mot de passe de ${isolate(ssid)} ?`,
		action: 'Changer le mot de passe',
		what: [
			{
				icon: 'wifi',
				bad: false,
				title: 'Les prochaines cartes le reçoivent',
				text: 'Elles rejoignent le réseau avec le nouveau mot de passe.',
			},
			{
				icon: 'devices',
				bad: false,
				title: 'Les cartes en service gardent l’ancien',
				text: 'S’il n’est plus bon, donnez-leur le nouveau par USB, sur leur page.',
			},
		],
	}),
	askRemove: (ssid) => ({
		title: `Retirer ${isolate(ssid)} de ce hub ?`,
		action: 'Retirer',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Son mot de passe est supprimé',
				text: 'Il faudra le saisir à nouveau pour la prochaine carte.',
			},
			{
				icon: 'wifi',
				bad: false,
				title: 'Les cartes restent connectées',
				text: 'Celles qui l’ont reçu le gardent.',
			},
		],
	}),
};
