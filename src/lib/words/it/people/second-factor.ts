import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { since as sinceWord } from '../when.ts';

/** The second factor: of one's own account, at the sign-in, and of others. */
export const secondFactorWords: Words['secondFactorWords'] = {
	title: 'Secondo fattore',
	lead: 'L’hub chiede anche un codice da un’app sul tuo telefono: a ogni accesso, e prima di un backup, di un nuovo membro o di una nuova password. La sola password non basta più per accedere.',
	on: (since) => `Attivo ${sinceWord(since)}.`,
	left: (count) => {
		if (count === 0) return 'Non restano codici di recupero: creane di nuovi.';
		return count === 1 ? 'Resta 1 codice di recupero.' : `Restano ${count} codici di recupero.`;
	},
	lost: 'Se perdi il telefono e i codici di recupero, un altro proprietario può disattivarlo in Persone. Se non c’è, esegui questo sul computer dell’hub:',
	lostCommand: 'npm run hub -- reset-password USER',

	code: 'Codice della tua app',
	recoveryCode: 'Codice di recupero',
	useRecovery: 'Usa un codice di recupero',
	useApp: 'Usa l’app',
	current: 'La tua password attuale',
	cancel: 'Annulla',

	begin: {
		action: 'Attiva',
		title: 'Attiva il secondo fattore',
		lead: 'Tutte le tue altre sessioni e i tuoi token API terminano, e la prossima volta ogni browser chiede un codice.',
		next: 'Avanti',
	},
	scan: {
		title: 'Inquadralo con la tua app di autenticazione',
		lead: 'Va bene qualsiasi app di autenticazione. Senza fotocamera, scrivi nell’app il codice segreto.',
		qr: 'Codice QR per la tua app di autenticazione',
		secret: 'Codice segreto per la tua app di autenticazione',
		copy: 'Copia codice segreto',
		first: 'Il primo codice che mostra',
		submit: 'Attiva',
		again: 'Ricomincia',
		done: 'Il secondo fattore è attivo. Sugli altri dispositivi devi accedere di nuovo.',
	},
	codes: {
		title: 'I tuoi codici di recupero',
		lead: 'Ognuno ti fa accedere una volta se non hai più il telefono. Sono mostrati ora e mai più: conservali lontano dal telefono.',
		label: 'Codici di recupero',
		copy: 'Copia codici di recupero',
		copied: 'Copiati.',
		download: 'Scarica',
		file: (user, hub) => `Codici di recupero di ${user} per ${hub}. Ognuno vale una volta.`,
		done: 'Li ho conservati',
		leave: {
			title: 'Lasciare i codici di recupero?',
			action: 'Esci',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Non saranno più mostrati',
					text: 'Puoi crearne di nuovi con un codice della tua app.',
				},
			],
		},
	},
	renew: {
		action: 'Crea nuovi codici di recupero',
		title: 'Crea nuovi codici di recupero',
		lead: 'I vecchi codici smettono di valere.',
		submit: 'Creane di nuovi',
	},
	off: {
		action: 'Disattiva',
		title: 'Disattiva il secondo fattore',
		lead: 'Da quel momento per accedere basta la tua password.',
		submit: 'Disattiva',
		done: 'Il secondo fattore è disattivato.',
	},

	signIn: {
		title: 'Il tuo codice',
		lead: (name) => `Ciao ${isolate(name)}. La tua app di autenticazione mostra un nuovo codice ogni mezzo minuto.`,
		back: 'Indietro',
	},

	person: {
		on: 'Secondo fattore attivo',
		action: 'Disattiva secondo fattore',
		title: (name) => `Disattiva il secondo fattore di ${isolate(name)}`,
		lead: 'Per chi ha perso il telefono e i codici di recupero. Da quel momento per accedere basta la sua password.',
		submit: 'Disattiva',
		done: (name) => `Il secondo fattore di ${isolate(name)} è disattivato.`,
	},
};
