import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';

/** Signing in, and setting up a new hub. */
export const gateWords: Words['gateWords'] = {
	signIn: {
		title: 'Inloggen',
		name: 'Gebruikersnaam',
		password: 'Wachtwoord',
		show: 'Wachtwoord tonen',
		submit: 'Inloggen',
		locked: (why, left) => `${why} Probeer het over ${left} opnieuw.`,
		outOfReach: 'De hub is niet bereikbaar. Probeer het zo nog eens.',
		forgot: 'Wachtwoord vergeten?',
		forgotHow:
			'Voer dit uit op de computer van de hub, in de map van de hub. Je krijgt dan een nieuw wachtwoord te zien. Schrijf in Docker ‘docker compose exec mooring node dist/cli.js’ in plaats van ‘npm run hub --’.',
		forgotCommand: (name) => `npm run hub -- reset-password ${name || 'GEBRUIKER'}`,
	},
	setUp: {
		title: 'Deze hub instellen',
		lead: 'Jij wordt de eigenaar.',
		code: 'Installatiecode',
		codeHint:
			'De hub toonde de code bij het starten en bewaart hem in het bestand setup-code in zijn gegevensmap. De code werkt één keer.',
		zone: (zone) =>
			`Schema’s gebruiken de tijd van ${zone}, net als dit apparaat. Je kunt dat wijzigen bij ‘Instellingen’.`,
		submit: 'Eigenaar worden',
		strength: (got, least) =>
			got < least
				? `Nog ${counted(least - got, { one: 'teken', other: 'tekens' })}.`
				: got < 16
					? 'Lang genoeg. Vier willekeurige woorden zijn nog beter.'
					: 'Sterk.',
		done: 'Al ingesteld?',
	},
};
