import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The page of devices: search, rooms, and sorting. */
export const listWords: Words['listWords'] = {
	search: 'Zoeken',
	searchHint: 'Naam, kamer, relais, code of MAC',
	clear: 'Zoeken afsluiten',
	filter: 'Tonen',
	filters: {
		all: 'Alle',
		online: 'Online',
		away: 'Weg',
		offline: 'Offline',
		legacy: 'Legacy',
		attention: 'Aandacht',
	},
	found: (count, of) => `${count} van ${of} apparaten`,
	none: 'Geen apparaat gevonden.',
	showAll: 'Alle apparaten tonen',
	nothingShared: 'Er is nu niets te zien.',
	rooms: 'Kamers',
	noRoom: 'Zonder kamer',
	details: 'Details',
	tryIt: {
		busy: 'Een virtueel board wordt gestart …',
		board: 'Virtueel board',
		relays: [
			['light', 'Lamp'],
			['fan', 'Ventilator'],
		],
	},
	hints: {
		revoked: ['Token ingetrokken', 'Zonder nieuwe firmware kan het niet verbinden.'],
		firmware: ['Wacht op nieuwe firmware', 'Stel het board opnieuw in.'],
		refused: (why) => [
			'Instellingen geweigerd door het board',
			why ? isolate(why) : 'Het houdt de vorige instellingen.',
		],
		legacy: ['Upgraden naar Secure v2', 'Dit token kan worden gekopieerd.'],
		waiting: 'Nieuwe instellingen wachten tot het weer verbinding maakt.',
	},
	arrange: {
		start: 'Ordenen',
		lead: 'Sleep aan de greep of gebruik de pijlen. Iedereen in huis ziet deze volgorde.',
		done: 'Klaar',
		grip: (name) => `${isolate(name)} verplaatsen: sleep, of gebruik de pijltjestoetsen`,
		up: (name) => `${isolate(name)} omhoog`,
		down: (name) => `${isolate(name)} omlaag`,
		toRoom: (name) => `Kamer van ${isolate(name)}`,
		newRoom: 'Nieuwe kamer…',
		roomName: 'Naam van de kamer',
		makeRoom: 'Kamer maken',
		renameRoom: (name) => `Naam van ${isolate(name)} wijzigen`,
		rename: 'Naam wijzigen',
		moved: (name, room, place, of) => `${isolate(name)}: ${place} van ${of} in ${isolate(room)}`,
		roomMoved: (room, place, of) => `${isolate(room)}: kamer ${place} van ${of}`,
	},
};
