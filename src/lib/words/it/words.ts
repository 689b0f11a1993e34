import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { relayWords } from './relays.ts';
import { since } from './when.ts';

/** The words needed on the home page and on several others. */
export const words: Words['words'] = {
	app: 'Mooring',
	nav: {
		home: 'Casa',
		devices: 'Dispositivi',
		activity: 'Attività',
		automations: 'Automazioni',
		scenes: 'Scene',
		people: 'Persone',
		settings: 'Impostazioni',
		more: 'Altro',
		label: 'Menu principale',
		skip: 'Vai al contenuto',
	},
	hub: {
		live: 'In diretta',
		waiting: 'In attesa',
		connecting: 'Connessione',
		unreachable: 'L’hub non è raggiungibile.',
		unanswered: 'L’hub non ha risposto: forse l’azione è stata eseguita, forse no.',
		strangeAnswer: (status) => `Al posto dell’hub ha risposto qualcos’altro (${status}).`,
	},
	account: {
		menu: (name) => `${isolate(name)}, il tuo account`,
		roles: { owner: 'Proprietario di questo hub', member: 'Membro della casa', guest: 'Ospite' },
		own: 'Il tuo account',
		wall: 'Pannello a muro',
		theme: 'Tema',
		themes: { system: 'Sistema', light: 'Chiaro', dark: 'Scuro' },
		signOut: 'Esci',
	},
	devices: {
		title: 'I miei dispositivi',
		add: 'Aggiungi dispositivo',
		pendingLink: (count) => `${count} in attesa`,
		apart: (name, mark) => `${name} (${mark})`,
		relayMark: (id) => `relè ${id}`,
		none: 'Ancora nessun dispositivo',
		relays: 'Relè',
		secure: 'Secure v2',
		legacy: 'Legacy v1',
		playedHere: 'simulato qui',
		noRadio: 'Senza radio',
		signal: { 1: 'Segnale molto debole', 2: 'Segnale debole', 3: 'Segnale buono', 4: 'Segnale forte' },
		lastSeen: (age) => `Visto l’ultima volta: ${age}`,
		neverSeen: 'Mai visto',
		delete: 'Elimina',
	},
	status: { online: 'ONLINE', away: 'ASSENTE', offline: 'OFFLINE' },
	units: {
		celsius: ['°C', 'Temperatura'],
		percent: ['%', 'Umidità'],
		hectopascal: ['hPa', 'Pressione'],
		lux: ['lx', 'Luce'],
	},
	input: {
		contact: (on) => (on ? 'Chiuso' : 'Aperto'),
		motion: (on) => (on ? 'Movimento' : 'Quiete'),
	},
	noValue: '–',
	lastValue: 'ultimo valore',
	relay: relayWords,
	time: {
		since,
		forAge: (text) => `da ${text}`,
		justNow: 'proprio ora',
		days: ['Oggi', 'Ieri'],
		units: { day: 'g', hour: 'h', minute: 'min', second: 's', millisecond: 'ms' },
	},
	close: 'Chiudi',
	cancel: 'Annulla',
	claimedToast: (name) => `${isolate(name)} è associato e si trova in “I miei dispositivi”.`,
};
