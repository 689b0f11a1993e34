import type { Words } from '$lib/words/all-words.ts';

/** A house without devices. */
export const emptyWords: Words['emptyWords'] = {
	lead: 'Prenez une carte et le mot de passe de votre Wi-Fi, ou essayez d’abord tout sans carte.',
	virtual: 'Essayer avec une carte virtuelle',
	steps: [
		[
			'Décrivez la carte',
			'Donnez-lui un nom, choisissez ses relais et ses broches. Mooring crée sa clé d’enregistrement.',
		],
		['Donnez-lui son fichier', 'La carte reçoit le fichier que vous téléchargez, et trouve le hub.'],
		['Commandez-la', 'Elle se connecte, est associée pour vous et apparaît ici d’elle-même.'],
	],
};
