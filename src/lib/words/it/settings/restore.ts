import type { Words } from '$lib/words/all-words.ts';
import { dateOf } from '$lib/words/format/dates.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';

/** Restoring a backup on a hub without an owner: a part of its set-up page. */
export const restoreWords: Words['restoreWords'] = {
	open: 'Ripristina invece un backup',
	title: 'Ripristina un backup',
	lead: 'Questo hub riprende tutto ciò che è nel backup: persone, dispositivi, chiavi e cronologia. Le sue schede tornano da sole.',
	off: 'L’hub su cui è stato creato il backup deve restare spento.',
	offWhy: 'Entrambi hanno le stesse chiavi: le schede andrebbero avanti e indietro tra i due.',
	file: 'File di backup',
	fileHint: 'Il suo nome finisce in .age.',
	noFile: 'Prima scegli il file.',
	passphrase: 'Frase segreta del file',
	submit: 'Ripristina',
	cancel: 'Annulla',
	back: 'Configura invece un nuovo hub',
	steps: {
		uploading: 'Invio del file all’hub',
		reading: 'Lettura e controllo del file',
		checking: 'Controllo del database',
		starting: 'Ripristino. L’hub si riavvia.',
	},
	amount: (done, of) => `${bytesWord(done)} di ${bytesWord(of)}`,
	notPlaced: 'L’hub non è riuscito a ripristinare il backup ed è come prima. Il motivo è nel suo log.',
	again: 'La risposta dell’hub è andata persa. Riprova.',
	lost: 'L’hub non risponde. Se non torna, guarda il suo log.',
	restored: (madeAt) =>
		`Backup ${madeAt === null ? '' : `(${dateOf(madeAt)}) `}ripristinato. Accedi con un nome e una password del backup.`,
};
