import type { Words } from '$lib/words/all-words.ts';
import { at, to } from './when.ts';

const allAsOf = (time: string | undefined) => (time ? `I dati risalgono ${to(time)}. ` : '');

/** Messages while the hub is out of reach, and for parts of pages that could not be loaded. */
export const linkWords: Words['linkWords'] = {
	lost: (asOf) => [
		'L’hub non è raggiungibile.',
		`${allAsOf(asOf)}I comandi sono disattivati finché non torna. Questa pagina si riconnette da sola.`,
	],
	blocked: (asOf) => [
		'Nessuna connessione in diretta.',
		`${allAsOf(asOf)}L’hub risponde, ma il suo WebSocket non passa. Permetti al reverse proxy i WebSocket verso /socket.io/, oppure apri l’indirizzo dell’hub.`,
	],
	was: (state, asOf) => [`ERA ${state}`, at(asOf)],
	asOf: at,
	waits: 'L’hub non è raggiungibile. Questa pagina si riempie da sola appena torna.',
	held: 'L’hub non è raggiungibile. Potrai farlo quando torna.',
	notKnown: 'Sconosciuto senza una connessione con l’hub.',
	part: 'Non è stato possibile caricare questa parte della pagina. Ricarica la pagina quando l’hub è tornato.',
	reload: 'Ricarica',
	newVersion: 'L’hub ha una nuova versione di questa dashboard.',
};
