import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

/** Claiming a board by hand, and new firmware for an existing device. */

const compare: QuestionLine = {
	icon: 'warn',
	bad: true,
	title: 'N’associez qu’une carte que vous connaissez',
	text: 'Quiconque a son fichier peut se faire passer pour elle. Comparez l’adresse MAC avec celle de votre carte.',
};

/** The same, with its questions. */
export const claimWords: Words['claimWords'] = {
	title: 'Associer cette carte ?',
	board: (mac, address) => `${mac} à ${address}`,
	legend: 'Que faire de cette carte ?',
	replace: 'Remplacer un appareil existant',
	add: 'Ajouter comme nouvel appareil',
	reject: 'La rejeter',
	which: 'Appareil à remplacer',
	known: (name) => `${isolate(name)}, qui avait cette adresse MAC`,
	actions: {
		replace: (name) => `Remplacer ${isolate(name)}`,
		add: () => 'Associer cet appareil',
		reject: () => 'Rejeter',
	},
	what: {
		replace: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Elle devient ${isolate(name)}`,
				text: 'Nom, historique et paramètres restent ; relais et broches sont tels que réglés là-bas.',
			},
			{
				icon: 'unlink',
				bad: true,
				title: 'Sa carte précédente est déconnectée',
				text: `Son jeton cesse aussitôt d’être valable. Le nouveau est lié à ${mac}.`,
			},
			compare,
		],
		add: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Elle devient un nouvel appareil, ${isolate(name)}`,
				text: `Avec son propre jeton, lié à ${mac}.`,
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Les autres appareils restent tels quels',
				text: 'Aucun ne perd son jeton ni son nom.',
			},
			compare,
		],
		reject: (name) => [
			{
				icon: 'unlink',
				bad: true,
				title: 'Elle est déconnectée',
				text: `Elle n’est pas associée comme ${isolate(name)}.`,
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Elle redemandera',
				text: 'La carte garde sa clé et réessaie, de moins en moins souvent.',
			},
		],
	},
	firmware: {
		regenerate: (name) => `Nouveau firmware pour ${isolate(name)}`,
		upgrade: (name) => `Secure v2 pour ${isolate(name)}`,
		regenerateText: (name) =>
			`L’ancien jeton n’est plus valable. ${isolate(name)} revient avec son nom, son historique et ses paramètres dès que sa carte s’est connectée avec ceci.`,
		upgradeText: (name) =>
			`Le jeton d’interrogation fonctionne jusqu’à la connexion de ${isolate(name)} avec Secure v2. Le nom et l’historique restent.`,
		to: (name) => `Vers ${isolate(name)}`,
		done: (name) => `${isolate(name)} est de retour, avec son nouveau jeton.`,
	},
};
