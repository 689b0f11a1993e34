import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** Tiles have room for about 15 characters of state, in every language. */

const RELAYS = { one: 'przekaźnik', few: 'przekaźniki', many: 'przekaźników', other: 'przekaźnika' };
const relays = (n: number) => counted(n, RELAYS);

/** The home page. */
export const homeWords: Words['homeWords'] = {
	title: 'Dom',
	rooms: 'Pokoje',
	favourites: 'Ulubione',
	scenes: 'Sceny',
	elsewhere: 'Inne pokoje',
	yours: 'Twoje urządzenia',
	search: 'Szukaj',
	searchHint: 'Kafelek, pokój lub urządzenie',
	clear: 'Zakończ wyszukiwanie',
	arrange: 'Ułóż',
	none: 'Brak pasujących kafelków.',
	hint: (hovers, guest) => {
		const more = guest ? 'więcej' : 'minutnik, reguły i historię';
		return hovers
			? `Kliknij kafelek prawym przyciskiem albo jego „…”, aby zobaczyć ${more}.`
			: `Przytrzymaj kafelek, aby zobaczyć ${more}.`;
	},
	more: (name) => `Więcej: ${isolate(name)}`,
	fold: (room) => isolate(room),
	sum: {
		on: (n) => `${n} wł.`,
		allOff: 'Wszystko wył.',
		away: (n) => `${n} bez łącza`,
		tiles: (n) => counted(n, { one: 'kafelek', few: 'kafelki', many: 'kafelków', other: 'kafelka' }),
	},
	allOff: (room) => `Wyłącz wszystko: ${isolate(room)}`,
	offDone: (n, room, leftOn) =>
		`${isolate(room)}: wyłączono ${relays(n)}.${leftOn.length > 0 ? ` Pominięte, nadal włączone: ${leftOn.map(isolate).join(', ')}.` : ''}`,
	offPartly: (done, of) => `Wyłączono ${done} z ${of}.`,
	undo: 'Cofnij',
	tile: {
		on: 'Wł.',
		onSince: (when) => `Wł. od ${when}`,
		off: 'Wył.',
		left: (left) => `Jeszcze ${left}`,
		sent: 'Wysłano …',
		held: (seconds) => `Czeka ${seconds} s`,
		failed: (why, on) =>
			`${on ? 'Wł.' : 'Wył.'} · ${{ 'no-answer': 'bez odp.', 'link-lost': 'bez łącza', refused: 'odmowa' }[why]}`,
		push: 'Naciśnij',
		pulsing: 'Naciśnięto',
		away: (age) => (age ? `Bez łącza ${age}` : 'Bez łącza'),
		offline: (age) => (age ? `Offline ${age}` : 'Offline'),
		was: (on) => (on ? 'Ostatnio wł.' : 'Ostatnio wył.'),
		notKnown: 'Stan nieznany',
		old: (age) => (age ? `${age} temu` : 'Przed chwilą'),
		noValue: 'Brak odczytu',
		relays,
		running: 'Trwa …',
		done: 'Zrobione',
		partly: (done, of) => `Gotowe: ${done} z ${of}`,
		areOn: 'wł.',
		allOn: 'Wszystko wł.',
		allOff: 'Wszystko wył.',
		someOn: (on, of) => `${on} z ${of}`,
		minutes: (n) => `${n} min`,
		seconds: (n) => `${n} s`,
		hours: (n) => `${n} h`,
		days: (n) => counted(n, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' }),
	},
	attention: {
		label: 'Wymaga uwagi',
		waits: ['Płytka czeka', 'na twoją decyzję'],
		wait: (n) => [`Płytki czekają: ${n}`, 'na twoją decyzję'],
		pending: (names) => [names.length === 1 ? names[0]! : `Urządzenia: ${names.length}`, 'do konfiguracji'],
		away: (name, age) => [name, age ? `bez łącza od ${age}` : 'bez łącza'],
		offline: (name, age) => [name, age ? `offline od ${age}` : 'offline'],
		gone: (n) => [`Urządzenia: ${n}`, 'brak połączenia'],
		update: (name) => [name, 'nie zaktualizowano'],
		refused: (name) => [name, 'odrzuca ustawienia'],
		revoked: (name) => [name, 'czeka na firmware'],
	},
};
