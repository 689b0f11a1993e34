import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The page of devices: search, rooms, and sorting. */
export const listWords: Words['listWords'] = {
	search: 'Cerca',
	searchHint: 'Nome, stanza, relè, codice o MAC',
	clear: 'Termina la ricerca',
	filter: 'Mostra',
	filters: {
		all: 'Tutti',
		online: 'Online',
		away: 'Assenti',
		offline: 'Offline',
		legacy: 'Legacy',
		attention: 'Attenzione',
	},
	found: (count, of) => `${count} di ${of} dispositivi`,
	none: 'Nessun dispositivo corrisponde.',
	showAll: 'Mostra tutti i dispositivi',
	nothingShared: 'Al momento non c’è nulla da vedere.',
	rooms: 'Stanze',
	noRoom: 'Senza stanza',
	details: 'Dettagli',
	tryIt: {
		busy: 'Avvio di una scheda virtuale …',
		board: 'Scheda virtuale',
		relays: [
			['light', 'Luce'],
			['fan', 'Ventola'],
		],
	},
	hints: {
		revoked: ['Token revocato', 'Non può connettersi finché non ha un nuovo firmware.'],
		firmware: ['Attende un nuovo firmware', 'Configura di nuovo la sua scheda.'],
		refused: (why) => [
			'Impostazioni rifiutate dalla scheda',
			why ? isolate(why) : 'Mantiene le impostazioni di prima.',
		],
		legacy: ['Passa a Secure v2', 'Questo token si può copiare.'],
		waiting: 'Nuove impostazioni attendono la prossima connessione.',
	},
	arrange: {
		start: 'Riordina',
		lead: 'Trascina dalla maniglia o usa le frecce. Tutti in casa vedono questo ordine.',
		done: 'Fatto',
		grip: (name) => `Sposta ${isolate(name)}: trascina o usa i tasti freccia`,
		up: (name) => `Sposta ${isolate(name)} in alto`,
		down: (name) => `Sposta ${isolate(name)} in basso`,
		toRoom: (name) => `Stanza di ${isolate(name)}`,
		newRoom: 'Nuova stanza…',
		roomName: 'Nome della stanza',
		makeRoom: 'Crea stanza',
		renameRoom: (name) => `Rinomina ${isolate(name)}`,
		rename: 'Rinomina',
		moved: (name, room, place, of) => `${isolate(name)}: ${place} di ${of} in ${isolate(room)}`,
		roomMoved: (room, place, of) => `${isolate(room)}: stanza ${place} di ${of}`,
	},
};
