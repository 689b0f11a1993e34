import type { Words } from '$lib/words/all-words.ts';

/** Telling the project how its firmware does on a real board, from the page of a device. */
export const hardwareWords: Words['hardwareWords'] = {
	title: 'Questa scheda fa ciò che deve?',
	lead: 'Dillo al progetto: il suo elenco di schede comincia da te.',
	works: 'Questa scheda funziona',
	fails: 'Non funziona',
	dialog: {
		works: 'Questa scheda funziona',
		fails: 'Questa scheda non funziona',
		lead: 'Diventa un testo per l’elenco di schede del progetto. Non viene inviato nulla: lo copi o lo condividi tu.',
		own: 'Che cosa hai provato, e che cosa è successo?',
		ownHint: 'Senza nomi, password e indirizzi.',
		text: 'Il testo',
		english: 'È in inglese, come l’elenco. Le tue parole restano come sono.',
		looking: 'Chiedo all’hub che cosa ha visto…',
		copy: 'Copia il testo',
		copied: 'Il testo è copiato.',
		share: 'Condividi…',
		where: 'Mettilo in una nuova segnalazione del progetto, con il modulo per le schede.',
		close: 'Chiudi',
	},
};
