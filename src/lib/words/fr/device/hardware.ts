import type { Words } from '$lib/words/all-words.ts';

/** Telling the project how its firmware does on a real board, from the page of a device. */
export const hardwareWords: Words['hardwareWords'] = {
	title: 'Cette carte fait-elle ce qu’elle doit ?',
	lead: 'Dites-le au projet : sa liste de cartes commence avec vous.',
	works: 'Cette carte marche',
	fails: 'Elle ne marche pas',
	dialog: {
		works: 'Cette carte marche',
		fails: 'Cette carte ne marche pas',
		lead: 'Cela devient un texte pour la liste de cartes du projet. Rien n’est envoyé : vous le copiez ou le partagez vous-même.',
		own: 'Qu’avez-vous essayé, et que s’est-il passé ?',
		ownHint: 'Sans noms, mots de passe ni adresses.',
		text: 'Le texte',
		english: 'Il est en anglais, comme la liste. Vos propres mots restent tels quels.',
		looking: 'Le hub cherche ce qu’il a vu…',
		copy: 'Copier le texte',
		copied: 'Le texte est copié.',
		share: 'Partager…',
		where: 'Mettez-le dans un nouveau ticket du projet, avec le formulaire pour les cartes.',
		close: 'Fermer',
	},
};
