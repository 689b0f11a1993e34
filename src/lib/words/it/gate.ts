import type { Words } from '$lib/words/all-words.ts';

/** Signing in, and setting up a new hub. */
export const gateWords: Words['gateWords'] = {
	signIn: {
		title: 'Accedi',
		name: 'Nome utente',
		password: 'Password',
		show: 'Mostra la password',
		submit: 'Accedi',
		locked: (why, left) => `${why} Riprova tra ${left}.`,
		outOfReach: 'L’hub non è raggiungibile. Riprova tra un attimo.',
		forgot: 'Password dimenticata?',
		forgotHow:
			'Esegui questo sul computer dell’hub, nella cartella dell’hub. Mostra una nuova password. In Docker, scrivi “docker compose exec mooring node dist/cli.js” invece di “npm run hub --”.',
		forgotCommand: (name) => `npm run hub -- reset-password ${name || 'USER'}`,
	},
	setUp: {
		title: 'Configura questo hub',
		lead: 'Ne diventi il proprietario.',
		code: 'Codice di configurazione',
		codeHint:
			'L’hub l’ha mostrato all’avvio e lo conserva nel file setup-code, nella sua cartella dei dati. Vale una volta sola.',
		zone: (zone) =>
			`I programmi useranno l’ora di ${zone}, come questo dispositivo. Puoi cambiarla nelle Impostazioni.`,
		submit: 'Diventa proprietario',
		strength: (got, least) => {
			if (got < least) return least - got === 1 ? 'Manca 1 carattere.' : `Mancano ${least - got} caratteri.`;
			return got < 16 ? 'Abbastanza lunga. Quattro parole a caso sono ancora meglio.' : 'Robusta.';
		},
		done: 'Già configurato?',
	},
};
