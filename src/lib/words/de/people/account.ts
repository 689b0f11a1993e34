import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** The line of the account menu that offers the dashboard as an app. */
export const installWords: Words['installWords'] = {
	install: 'Als App installieren',
	byHand: 'So öffnest du es wie eine App: Teilen → Zum Home-Bildschirm.',
	dismiss: 'App nicht mehr anbieten',
};

/** One's own account: name, password, sessions. */
export const accountWords: Words['accountWords'] = {
	title: 'Dein Konto',
	nameTitle: 'Name',
	nameHint: 'Damit meldest du dich an, und andere sehen ihn neben dem, was du getan hast.',
	saveName: 'Namen speichern',
	named: (name) => `Ab jetzt meldest du dich als ${isolate(name)} an.`,
	nameNeeded: 'Ein Benutzername fehlt.',
	passwordTitle: 'Passwort',
	passwordLead: 'Ein neues Passwort beendet deine Sitzungen auf allen anderen Geräten und alle deine API-Tokens.',
	current: 'Jetziges Passwort',
	new: 'Neues Passwort',
	savePassword: 'Passwort ändern',
	changed: 'Dein Passwort ist geändert. Andere Geräte sind abgemeldet.',
	leave: {
		title: 'Verlassen, ohne zu speichern?',
		action: 'Verlassen',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Deine Eingaben gehen verloren',
				text: 'Dein Konto bleibt, wie es ist.',
			},
		],
	},
	sessions: {
		title: 'Wo du angemeldet bist',
		count: (number) => counted(number, { one: 'Sitzung', other: 'Sitzungen' }),
		name: (browser, system) =>
			browser && system ? `${browser}, ${system}` : (browser ?? system ?? 'Unbekannter Browser'),
		current: 'Diese Sitzung',
		wall: 'gesperrtes Wandtablet',
		used: (age) => `zuletzt benutzt: ${age}`,
		since: (moment) => `seit ${moment}`,
		end: 'Beenden',
		endOf: (name, address) => `Sitzung ${name}, ${address} beenden`,
		endOthers: 'Alle anderen beenden',
		ended: 'Die Sitzung ist beendet.',
		othersEnded: 'Alle anderen Sitzungen sind beendet.',
	},
	guest: {
		until: (text) => `Gast bis ${text}`,
		over: (text) => `Deine Zeit als Gast endete ${text}`,
		overWhy: 'Deine Zeit hier ist um. Frage die Person, die dich eingeladen hat, wenn du mehr brauchst.',
		why: 'Gerade ist nichts mit dir geteilt. Hast du feste Zeiten, erscheinen deine Geräte hier, sobald sie beginnen.',
	},
	notForYou: {
		title: 'Nicht für dein Konto',
		text: 'Dein Konto darf diese Seite nicht öffnen. Der Besitzer des Hubs kann das ändern.',
		back: 'Zu „Zuhause“',
	},
};
