import type { Words } from '$lib/words/all-words.ts';

/** Adding a board with older polling firmware. */
export const legacyWords: Words['legacyWords'] = {
	link: 'La mia scheda ha un firmware più vecchio, a polling',
	title: 'Firmware più vecchio, a polling',
	lead: 'Una scheda così interroga l’hub ogni pochi secondi e porta un token che si può copiare. Funziona com’è; “Passa a Secure v2” è nella sua pagina.',
	steps: ['Nome e relè', 'Token'],
	name: 'Nome',
	nameHint: 'Come la chiamano tutti in casa, per esempio “Officina”.',
	relaysHint: 'Nell’ordine in cui li numera il firmware: relay1, relay2 …',
	make: 'Crea il token',
	made: 'Token creato',
	once: 'Questo token è mostrato solo adesso.',
	onceWhy:
		'L’hub ne conserva solo l’hash. Inseriscilo subito nel firmware della scheda: se lo perdi, non si può più mostrare.',
	token: 'Token',
	copyToken: 'Copia il token',
	url: 'La scheda interroga questo indirizzo ogni 5 secondi',
	copyUrl: 'Copia l’indirizzo',
	header: 'Oppure invia il token come header:',
	answers: 'L’hub risponde come dev’essere ogni relè:',
	tells: 'Nella stessa richiesta la scheda può comunicare lo stato reale e le misure:',
	tellsWhy: 'Altrimenti l’hub presume che la scheda abbia fatto ciò che le è stato detto.',
	done: 'L’ho copiato: vai a I miei dispositivi',
	problems: { name: 'Dalle un nome.', relay: 'Questo relè ha bisogno di un nome.' },
};
