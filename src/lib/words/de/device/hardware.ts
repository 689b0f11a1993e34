import type { Words } from '$lib/words/all-words.ts';

/** Telling the project how its firmware does on a real board, from the page of a device. */
export const hardwareWords: Words['hardwareWords'] = {
	title: 'Tut dieses Board, was es soll?',
	lead: 'Sag es dem Projekt: Seine Liste der Boards beginnt mit dir.',
	works: 'Dieses Board funktioniert',
	fails: 'Es funktioniert nicht',
	dialog: {
		works: 'Dieses Board funktioniert',
		fails: 'Dieses Board funktioniert nicht',
		lead: 'Daraus wird ein Text für die Liste der Boards des Projekts. Gesendet wird nichts: Du kopierst oder teilst ihn selbst.',
		own: 'Was hast du versucht, und was ist passiert?',
		ownHint: 'Lass Namen, Passwörter und Adressen weg.',
		text: 'Der Text',
		english: 'Er ist auf Englisch, wie die Liste. Deine eigenen Worte bleiben, wie sie sind.',
		looking: 'Der Hub wird gefragt, was er gesehen hat…',
		copy: 'Text kopieren',
		copied: 'Der Text ist kopiert.',
		share: 'Teilen…',
		where: 'Lege damit ein neues Issue des Projekts an, mit dem Formular für Boards.',
		close: 'Schließen',
	},
};
