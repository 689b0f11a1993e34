import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { since } from './moments.ts';
import { relayWords } from './relays.ts';

/** The words needed on the home page and on several others. */
export const words: Words['words'] = {
	app: 'Mooring',
	nav: {
		home: 'Dom',
		devices: 'Urządzenia',
		activity: 'Aktywność',
		automations: 'Automatyzacje',
		scenes: 'Sceny',
		people: 'Osoby',
		settings: 'Ustawienia',
		more: 'Więcej',
		label: 'Menu główne',
		skip: 'Przejdź do treści',
	},
	hub: {
		live: 'Na żywo',
		waiting: 'Czeka',
		connecting: 'Łączenie',
		unreachable: 'Hub jest nieosiągalny.',
		unanswered: 'Hub nie odpowiedział. Nie wiadomo, czy polecenie zostało wykonane.',
		strangeAnswer: (status) => `Zamiast huba odpowiedziało coś innego (${status}).`,
	},
	account: {
		menu: (name) => `${isolate(name)}, twoje konto`,
		roles: { owner: 'Właściciel tego huba', member: 'Domownik', guest: 'Gość' },
		own: 'Twoje konto',
		wall: 'Panel ścienny',
		theme: 'Wygląd',
		themes: { system: 'Systemowy', light: 'Jasny', dark: 'Ciemny' },
		signOut: 'Wyloguj się',
	},
	devices: {
		title: 'Moje urządzenia',
		add: 'Dodaj urządzenie',
		pendingLink: (count) => `Oczekujące: ${count}`,
		apart: (name, mark) => `${name} (${mark})`,
		relayMark: (id) => `przekaźnik ${id}`,
		none: 'Nie ma jeszcze urządzeń',
		relays: 'Przekaźniki',
		secure: 'Secure v2',
		legacy: 'Legacy v1',
		playedHere: 'symulowane tutaj',
		noRadio: 'Bez radia',
		signal: { 1: 'Sygnał bardzo słaby', 2: 'Sygnał słaby', 3: 'Sygnał dobry', 4: 'Sygnał silny' },
		lastSeen: (age) => `Ostatni kontakt: ${age}`,
		neverSeen: 'Jeszcze bez kontaktu',
		delete: 'Usuń',
	},
	status: { online: 'ONLINE', away: 'BEZ ŁĄCZA', offline: 'OFFLINE' },
	units: {
		celsius: ['°C', 'Temperatura'],
		percent: ['%', 'Wilgotność'],
		hectopascal: ['hPa', 'Ciśnienie'],
		lux: ['lx', 'Jasność'],
	},
	input: {
		contact: (on) => (on ? 'Zamknięte' : 'Otwarte'),
		motion: (on) => (on ? 'Ruch' : 'Brak ruchu'),
	},
	noValue: '–',
	lastValue: 'ostatni odczyt',
	relay: relayWords,
	time: {
		since,
		forAge: (text) => `od ${text}`,
		justNow: 'przed chwilą',
		days: ['Dziś', 'Wczoraj'],
		units: { day: 'd', hour: 'h', minute: 'min', second: 's', millisecond: 'ms' },
	},
	close: 'Zamknij',
	cancel: 'Anuluj',
	claimedToast: (name) => `Przyjęto urządzenie ${isolate(name)}. Jest w „Moich urządzeniach”.`,
};
