import type { Words } from '$lib/words/all-words.ts';

/** Signing in, and setting up a new hub. */
export const gateWords: Words['gateWords'] = {
	signIn: {
		title: 'Anmelden',
		name: 'Benutzername',
		password: 'Passwort',
		show: 'Passwort anzeigen',
		submit: 'Anmelden',
		locked: (why, left) => `${why} Neuer Versuch in ${left} möglich.`,
		outOfReach: 'Der Hub ist nicht erreichbar. Versuche es gleich noch einmal.',
		forgot: 'Passwort vergessen?',
		forgotHow:
			'Führe diesen Befehl auf dem Rechner des Hubs aus, in seinem Ordner. Er zeigt ein neues Passwort. Mit Docker schreibst du „docker compose exec mooring node dist/cli.js“ statt „npm run hub --“.',
		forgotCommand: (name) => `npm run hub -- reset-password ${name || 'USER'}`,
	},
	setUp: {
		title: 'Diesen Hub einrichten',
		lead: 'Du wirst sein Besitzer.',
		code: 'Einrichtungscode',
		codeHint:
			'Der Hub hat ihn beim Start ausgegeben und bewahrt ihn in seinem Datenordner in der Datei setup-code auf. Er gilt einmal.',
		zone: (zone) =>
			`Zeitpläne richten sich nach der Zeit in ${zone}, wie auf diesem Gerät. In den Einstellungen kannst du das ändern.`,
		submit: 'Besitzer werden',
		strength: (got, least) =>
			got < least
				? `Noch ${least - got} Zeichen.`
				: got < 16
					? 'Lang genug. Noch besser: vier zufällige Wörter.'
					: 'Stark.',
		done: 'Schon eingerichtet?',
	},
};
