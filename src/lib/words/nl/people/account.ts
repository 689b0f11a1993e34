import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The line of the account menu that offers the dashboard as an app. */
export const installWords: Words['installWords'] = {
	install: 'Installeren als app',
	byHand: 'Openen als app: Deel → Zet op beginscherm.',
	dismiss: 'De app niet meer aanbieden',
};

/** One's own account: name, password, sessions. */
export const accountWords: Words['accountWords'] = {
	title: 'Je account',
	nameTitle: 'Naam',
	nameHint: 'Hiermee log je in, en anderen zien de naam bij wat je deed.',
	saveName: 'Naam opslaan',
	named: (name) => `Vanaf nu log je in als ${isolate(name)}.`,
	nameNeeded: 'Vul een gebruikersnaam in.',
	passwordTitle: 'Wachtwoord',
	passwordLead: 'Een nieuw wachtwoord beëindigt je sessies op alle andere apparaten, en al je API-tokens.',
	current: 'Huidig wachtwoord',
	new: 'Nieuw wachtwoord',
	savePassword: 'Wachtwoord wijzigen',
	changed: 'Je wachtwoord is gewijzigd. Andere apparaten zijn uitgelogd.',
	leave: {
		title: 'Verlaten zonder op te slaan?',
		action: 'Niet opslaan',
		what: [
			{ icon: 'trash', bad: true, title: 'Wat je hebt getypt gaat verloren', text: 'Je account blijft zoals het is.' },
		],
	},
	sessions: {
		title: 'Waar je bent ingelogd',
		count: (number) => `${number} ${number === 1 ? 'sessie' : 'sessies'}`,
		name: (browser, system) =>
			browser && system ? `${browser} op ${system}` : (browser ?? system ?? 'Onbekende browser'),
		current: 'Deze sessie',
		wall: 'vergrendeld wandpaneel',
		used: (age) => `${age} gebruikt`,
		since: (moment) => `sinds ${moment}`,
		end: 'Beëindigen',
		endOf: (name, address) => `Sessie ${name}, ${address} beëindigen`,
		endOthers: 'Alle andere beëindigen',
		ended: 'De sessie is beëindigd.',
		othersEnded: 'Alle andere sessies zijn beëindigd.',
	},
	guest: {
		until: (text) => `Gast tot ${text}`,
		over: (text) => `Je tijd als gast is voorbij sinds ${text}`,
		overWhy: 'Je tijd hier is voorbij. Heb je meer nodig, vraag het dan aan wie je heeft uitgenodigd.',
		why: 'Er is nu niets met je gedeeld. Heb je vaste uren, dan verschijnen je apparaten hier zodra die beginnen.',
	},
	notForYou: {
		title: 'Niet voor jouw account',
		text: 'Met jouw account mag je deze pagina niet openen. De eigenaar van de hub kan dat wijzigen.',
		back: 'Naar Thuis',
	},
};
