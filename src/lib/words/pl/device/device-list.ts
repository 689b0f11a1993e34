import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The page of devices: search, rooms, and sorting. */
export const listWords: Words['listWords'] = {
	search: 'Szukaj',
	searchHint: 'Nazwa, pokój, przekaźnik, kod lub MAC',
	clear: 'Zakończ wyszukiwanie',
	filter: 'Pokaż',
	filters: {
		all: 'Wszystkie',
		online: 'Online',
		away: 'Bez łącza',
		offline: 'Offline',
		legacy: 'Legacy',
		attention: 'Wymaga uwagi',
	},
	found: (count, of) => `Urządzenia: ${count} z ${of}`,
	none: 'Brak pasujących urządzeń.',
	showAll: 'Pokaż wszystkie urządzenia',
	nothingShared: 'W tej chwili nie ma nic do pokazania.',
	rooms: 'Pokoje',
	noRoom: 'Bez pokoju',
	details: 'Szczegóły',
	tryIt: {
		busy: 'Uruchamianie wirtualnej płytki …',
		board: 'Wirtualna płytka',
		relays: [
			['light', 'Światło'],
			['fan', 'Wentylator'],
		],
	},
	hints: {
		revoked: ['Token unieważniony', 'Urządzenie nie połączy się bez nowego firmware’u.'],
		firmware: ['Czeka na nowy firmware', 'Skonfiguruj płytkę od nowa.'],
		refused: (why) => ['Płytka odrzuciła ustawienia', why ? isolate(why) : 'Zachowuje poprzednie ustawienia.'],
		legacy: ['Przejdź na Secure v2', 'Ten token można skopiować.'],
		waiting: 'Nowe ustawienia czekają na następne połączenie.',
	},
	arrange: {
		start: 'Ułóż',
		lead: 'Przeciągaj za uchwyt albo użyj strzałek. Tę kolejność widzą wszyscy w domu.',
		done: 'Gotowe',
		grip: (name) => `Przesuń ${isolate(name)}: przeciągnij albo użyj strzałek`,
		up: (name) => `Przesuń ${isolate(name)} w górę`,
		down: (name) => `Przesuń ${isolate(name)} w dół`,
		toRoom: (name) => `Pokój urządzenia ${isolate(name)}`,
		newRoom: 'Nowy pokój…',
		roomName: 'Nazwa pokoju',
		makeRoom: 'Utwórz pokój',
		renameRoom: (name) => `Zmień nazwę: ${isolate(name)}`,
		rename: 'Zmień nazwę',
		moved: (name, room, place, of) => `${isolate(name)}: ${place} z ${of}, pokój ${isolate(room)}`,
		roomMoved: (room, place, of) => `${isolate(room)}: pokój ${place} z ${of}`,
	},
};
