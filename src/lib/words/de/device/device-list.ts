import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The page of devices: search, rooms, and sorting. */
export const listWords: Words['listWords'] = {
	search: 'Suchen',
	searchHint: 'Name, Raum, Relais, Code oder MAC',
	clear: 'Suche beenden',
	filter: 'Anzeigen',
	filters: {
		all: 'Alle',
		online: 'Online',
		away: 'Weg',
		offline: 'Offline',
		legacy: 'Legacy',
		attention: 'Achtung',
	},
	found: (count, of) => `${count} von ${of} Geräten`,
	none: 'Kein passendes Gerät.',
	showAll: 'Alle Geräte anzeigen',
	nothingShared: 'Im Moment gibt es nichts zu sehen.',
	rooms: 'Räume',
	noRoom: 'Ohne Raum',
	details: 'Details',
	tryIt: {
		busy: 'Virtuelles Board startet …',
		board: 'Virtuelles Board',
		relays: [
			['light', 'Licht'],
			['fan', 'Ventilator'],
		],
	},
	hints: {
		revoked: ['Token widerrufen', 'Ohne neue Firmware kann es sich nicht verbinden.'],
		firmware: ['Wartet auf neue Firmware', 'Richte sein Board noch einmal ein.'],
		refused: (why) => [
			'Das Board hat die Einstellungen abgelehnt',
			why ? isolate(why) : 'Es behält seine bisherigen Einstellungen.',
		],
		legacy: ['Auf Secure v2 umstellen', 'Dieses Token kann man kopieren.'],
		waiting: 'Neue Einstellungen warten auf die nächste Verbindung.',
	},
	arrange: {
		start: 'Anordnen',
		lead: 'Ziehe am Griff oder benutze die Pfeile. Alle im Haus sehen diese Reihenfolge.',
		done: 'Fertig',
		grip: (name) => `${isolate(name)} verschieben: ziehen oder Pfeiltasten benutzen`,
		up: (name) => `${isolate(name)} nach oben`,
		down: (name) => `${isolate(name)} nach unten`,
		toRoom: (name) => `Raum von ${isolate(name)}`,
		newRoom: 'Neuer Raum…',
		roomName: 'Name des Raums',
		makeRoom: 'Raum anlegen',
		renameRoom: (name) => `${isolate(name)} umbenennen`,
		rename: 'Umbenennen',
		moved: (name, room, place, of) => `${isolate(name)}: ${place} von ${of} in ${isolate(room)}`,
		roomMoved: (room, place, of) => `${isolate(room)}: Raum ${place} von ${of}`,
	},
};
