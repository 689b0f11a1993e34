import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';

/** Restoring a backup on a hub without an owner: a part of its set-up page. */
export const restoreWords: Words['restoreWords'] = {
	open: 'Restaurer plutôt une sauvegarde',
	title: 'Restaurer une sauvegarde',
	lead: 'Ce hub reprend tout ce que contient la sauvegarde : personnes, appareils, clés et historique. Ses cartes reviennent toutes seules.',
	off: 'Le hub d’où vient la sauvegarde doit rester éteint.',
	offWhy: 'Les deux ont les mêmes clés : les cartes iraient sans cesse de l’un à l’autre.',
	file: 'Fichier de sauvegarde',
	fileHint: 'Son nom se termine par .age.',
	noFile: 'Choisissez d’abord le fichier.',
	passphrase: 'Phrase secrète du fichier',
	submit: 'Restaurer',
	cancel: 'Annuler',
	back: 'Configurer plutôt un nouveau hub',
	steps: {
		uploading: 'Envoi du fichier au hub',
		reading: 'Lecture et vérification du fichier',
		checking: 'Vérification de la base de données',
		starting: 'Mise en place. Le hub redémarre.',
	},
	amount: (done, of) => `${bytesWord(done)} sur ${bytesWord(of)}`,
	notPlaced: 'Le hub n’a pas pu mettre la sauvegarde en place, et il est comme avant. Son journal dit pourquoi.',
	again: 'La réponse du hub a été perdue. Réessayez.',
	lost: 'Le hub ne répond pas. S’il ne revient pas, regardez son journal.',
	restored: (madeAt) =>
		`${madeAt === null ? 'La sauvegarde' : `La sauvegarde du ${dateOf(madeAt)}`} est en place. Connectez-vous avec un nom et un mot de passe de la sauvegarde.`,
};
