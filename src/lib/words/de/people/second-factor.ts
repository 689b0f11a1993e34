import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** The second factor: of one's own account, at the sign-in, and of others. */
export const secondFactorWords: Words['secondFactorWords'] = {
	title: 'Zweiter Faktor',
	lead: 'Der Hub fragt zusätzlich nach einem Code aus einer App auf deinem Handy: bei jeder Anmeldung und vor einem Backup, einem neuen Mitglied oder einem neuen Passwort. Dein Passwort allein reicht dann nicht mehr.',
	on: (since) => `An seit ${since}.`,
	left: (count) =>
		count === 0
			? 'Es ist kein Wiederherstellungscode mehr übrig: Erstelle neue.'
			: `Noch ${counted(count, { one: 'Wiederherstellungscode', other: 'Wiederherstellungscodes' })} übrig.`,
	lost: 'Verlierst du dein Handy und die Wiederherstellungscodes, kann ein anderer Besitzer den zweiten Faktor unter „Personen“ ausschalten. Gibt es keinen, führe dies auf dem Rechner des Hubs aus:',
	lostCommand: 'npm run hub -- reset-password USER',

	code: 'Code aus deiner App',
	recoveryCode: 'Wiederherstellungscode',
	useRecovery: 'Wiederherstellungscode benutzen',
	useApp: 'App benutzen',
	current: 'Dein jetziges Passwort',
	cancel: 'Abbrechen',

	begin: {
		action: 'Einschalten',
		title: 'Zweiten Faktor einschalten',
		lead: 'Alle deine anderen Sitzungen und deine API-Tokens enden, und jeder Browser fragt beim nächsten Mal nach einem Code.',
		next: 'Weiter',
	},
	scan: {
		title: 'Scanne dies mit deiner Authenticator-App',
		lead: 'Jede Authenticator-App ist geeignet. Ohne Kamera gib den geheimen Schlüssel ein.',
		qr: 'QR-Code für deine Authenticator-App',
		secret: 'Geheimer Schlüssel für deine Authenticator-App',
		copy: 'Schlüssel kopieren',
		first: 'Der erste Code, den sie zeigt',
		submit: 'Einschalten',
		again: 'Neu beginnen',
		done: 'Der zweite Faktor ist an. Andere Geräte sind abgemeldet.',
	},
	codes: {
		title: 'Deine Wiederherstellungscodes',
		lead: 'Jeder meldet dich einmal an, wenn dein Handy weg ist. Sie werden nur jetzt angezeigt: Bewahre sie dort auf, wo dein Handy nicht ist.',
		label: 'Wiederherstellungscodes',
		copy: 'Codes kopieren',
		copied: 'Kopiert.',
		download: 'Herunterladen',
		file: (user, hub) => `Wiederherstellungscodes von ${user} für ${hub}. Jeder gilt einmal.`,
		done: 'Ich habe sie gesichert',
		leave: {
			title: 'Diese Seite verlassen?',
			action: 'Verlassen',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Sie werden nicht noch einmal angezeigt',
					text: 'Mit einem Code aus deiner App kannst du neue erstellen.',
				},
			],
		},
	},
	renew: {
		action: 'Neue Codes erstellen',
		title: 'Neue Wiederherstellungscodes erstellen',
		lead: 'Die alten Codes gelten nicht mehr.',
		submit: 'Neue erstellen',
	},
	off: {
		action: 'Ausschalten',
		title: 'Zweiten Faktor ausschalten',
		lead: 'Danach reicht dein Passwort allein zum Anmelden.',
		submit: 'Ausschalten',
		done: 'Der zweite Faktor ist aus.',
	},

	signIn: {
		title: 'Dein Code',
		lead: (name) => `Hallo ${isolate(name)}. Deine Authenticator-App zeigt jede halbe Minute einen neuen Code.`,
		back: 'Zurück',
	},

	person: {
		on: 'Zweiter Faktor an',
		action: 'Zweiten Faktor ausschalten',
		title: (name) => `Zweiten Faktor von ${isolate(name)} ausschalten`,
		lead: 'Für jemanden, der sein Handy und seine Wiederherstellungscodes verloren hat. Danach reicht das Passwort allein zum Anmelden.',
		submit: 'Ausschalten',
		done: (name) => `Der zweite Faktor von ${isolate(name)} ist aus.`,
	},
};
