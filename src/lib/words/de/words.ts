import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { relayWords } from './relays.ts';

/** The words needed on the home page and on several others. */
export const words: Words['words'] = {
	app: 'Mooring',
	nav: {
		home: 'Zuhause',
		devices: 'Geräte',
		activity: 'Aktivität',
		automations: 'Automationen',
		scenes: 'Szenen',
		people: 'Personen',
		settings: 'Einstellungen',
		more: 'Mehr',
		label: 'Hauptmenü',
		skip: 'Zum Inhalt springen',
	},
	hub: {
		live: 'Live',
		waiting: 'Wartet',
		connecting: 'Verbindet',
		unreachable: 'Der Hub ist nicht erreichbar.',
		unanswered: 'Der Hub hat nicht geantwortet. Vielleicht wurde es ausgeführt, vielleicht nicht.',
		strangeAnswer: (status) => `Statt des Hubs hat etwas anderes geantwortet (${status}).`,
	},
	account: {
		menu: (name) => `${isolate(name)}, dein Konto`,
		roles: { owner: 'Besitzer dieses Hubs', member: 'Mitglied des Haushalts', guest: 'Gast' },
		own: 'Dein Konto',
		theme: 'Darstellung',
		themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
		signOut: 'Abmelden',
	},
	devices: {
		title: 'Meine Geräte',
		add: 'Gerät hinzufügen',
		pendingLink: (count) => `${count} ausstehend`,
		apart: (name, mark) => `${name} (${mark})`,
		relayMark: (id) => `Relais ${id}`,
		empty: {
			title: 'Noch keine Geräte',
			lead: 'Nimm ein Board und dein WLAN-Passwort, oder probiere erst alles ohne Board aus.',
			virtual: 'Mit virtuellem Board ausprobieren',
			steps: [
				[
					'Board beschreiben',
					'Gib ihm einen Namen und wähle Relais und Pins. Mooring erstellt seinen Registrierungsschlüssel.',
				],
				['Datei aufspielen', 'Das Board bekommt die Datei, die du herunterlädst, und findet den Hub.'],
				['Schalten', 'Es verbindet sich, wird für dich übernommen und erscheint hier von selbst.'],
			],
		},
		relays: 'Relais',
		secure: 'Secure v2',
		legacy: 'Legacy v1',
		playedHere: 'von diesem Hub simuliert',
		noRadio: 'Kein Funk',
		signal: { 1: 'Signal sehr schwach', 2: 'Signal schwach', 3: 'Signal gut', 4: 'Signal stark' },
		lastSeen: (age) => `Zuletzt gesehen: ${age}`,
		neverSeen: 'Noch nie gesehen',
		delete: 'Löschen',
	},
	status: { online: 'ONLINE', away: 'WEG', offline: 'OFFLINE' },
	units: {
		celsius: ['°C', 'Temperatur'],
		percent: ['%', 'Luftfeuchte'],
		hectopascal: ['hPa', 'Luftdruck'],
	},
	noValue: '–',
	lastValue: 'zuletzt gemeldet',
	relay: relayWords,
	time: {
		since: (text) => `seit ${text}`,
		forAge: (text) => `seit ${text}`,
		justNow: 'gerade eben',
		days: ['Heute', 'Gestern'],
		units: { day: 'Tg.', hour: 'Std.', minute: 'Min.', second: 'Sek.', millisecond: 'ms' },
	},
	close: 'Schließen',
	cancel: 'Abbrechen',
	claimedToast: (name) => `${isolate(name)} ist übernommen und steht unter „Meine Geräte“.`,
};
