import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The second factor: of one's own account, at the sign-in, and of others. */
export const secondFactorWords: Words['secondFactorWords'] = {
	title: 'Tweestapsverificatie',
	lead: 'De hub vraagt dan ook om een code uit een app op je telefoon: bij elke keer inloggen, en voor een back-up, een nieuw lid of een nieuw wachtwoord. Alleen je wachtwoord is dan niet genoeg om in te loggen.',
	on: (since) => `Aan sinds ${since}.`,
	left: (count) =>
		count === 0
			? 'Er zijn geen herstelcodes meer: maak nieuwe.'
			: `Nog ${count} ${count === 1 ? 'herstelcode' : 'herstelcodes'}.`,
	lost: 'Ben je je telefoon en je herstelcodes kwijt, dan kan een andere eigenaar dit uitzetten bij ‘Personen’. Is die er niet, voer dan dit uit op de computer van de hub:',
	lostCommand: 'npm run hub -- reset-password GEBRUIKER',

	code: 'Code uit je app',
	recoveryCode: 'Herstelcode',
	useRecovery: 'Herstelcode gebruiken',
	useApp: 'App gebruiken',
	current: 'Je huidige wachtwoord',
	cancel: 'Annuleren',

	begin: {
		action: 'Aanzetten',
		title: 'Tweestapsverificatie aanzetten',
		lead: 'Al je andere sessies en je API-tokens worden beëindigd, en elke browser vraagt de volgende keer om een code.',
		next: 'Volgende',
	},
	scan: {
		title: 'Scan dit met je authenticator-app',
		lead: 'Elke authenticator-app is goed. Geen camera? Typ dan het geheim in de app.',
		qr: 'QR-code voor je authenticator-app',
		secret: 'Geheim voor je authenticator-app',
		copy: 'Geheim kopiëren',
		first: 'De eerste code die de app toont',
		submit: 'Aanzetten',
		again: 'Opnieuw beginnen',
		done: 'Tweestapsverificatie staat aan. Andere apparaten zijn uitgelogd.',
	},
	codes: {
		title: 'Je herstelcodes',
		lead: 'Met elke code kun je één keer inloggen als je telefoon weg is. Je ziet ze alleen nu: bewaar ze ergens anders dan je telefoon.',
		label: 'Herstelcodes',
		copy: 'Herstelcodes kopiëren',
		copied: 'Gekopieerd.',
		download: 'Downloaden',
		file: (user, hub) => `Herstelcodes van ${user} voor ${hub}. Elke code werkt één keer.`,
		done: 'Ik heb ze bewaard',
		leave: {
			title: 'Je herstelcodes verlaten?',
			action: 'Verlaten',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Je ziet ze niet nog eens',
					text: 'Met een code uit je app kun je nieuwe maken.',
				},
			],
		},
	},
	renew: {
		action: 'Nieuwe herstelcodes maken',
		title: 'Nieuwe herstelcodes maken',
		lead: 'De oude codes werken dan niet meer.',
		submit: 'Nieuwe maken',
	},
	off: {
		action: 'Uitzetten',
		title: 'Tweestapsverificatie uitzetten',
		lead: 'Daarna log je in met alleen je wachtwoord.',
		submit: 'Uitzetten',
		done: 'Tweestapsverificatie staat uit.',
	},

	signIn: {
		title: 'Je code',
		lead: (name) => `Hallo ${isolate(name)}. Je authenticator-app toont elke halve minuut een nieuwe code.`,
		back: 'Terug',
	},

	person: {
		on: 'Tweestapsverificatie aan',
		action: 'Tweestapsverificatie uitzetten',
		title: (name) => `Tweestapsverificatie van ${isolate(name)} uitzetten`,
		lead: 'Voor iemand die telefoon en herstelcodes kwijt is. Daarna is alleen het wachtwoord genoeg om in te loggen.',
		submit: 'Uitzetten',
		done: (name) => `Tweestapsverificatie van ${isolate(name)} staat uit.`,
	},
};
