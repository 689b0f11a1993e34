import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';

/** Signing in, and setting up a new hub. */
export const gateWords: Words['gateWords'] = {
	signIn: {
		title: 'Connexion',
		name: 'Nom d’utilisateur',
		password: 'Mot de passe',
		show: 'Afficher le mot de passe',
		submit: 'Se connecter',
		locked: (why, left) => `${why} Réessayez dans ${left}.`,
		outOfReach: 'Le hub est injoignable. Réessayez dans un instant.',
		forgot: 'Mot de passe oublié ?',
		forgotHow:
			'Exécutez ceci sur la machine du hub, dans le dossier du hub. La commande affiche un nouveau mot de passe. Avec Docker, écrivez « docker compose exec mooring node dist/cli.js » au lieu de « npm run hub -- ».',
		forgotCommand: (name) => `npm run hub -- reset-password ${name || 'UTILISATEUR'}`,
	},
	setUp: {
		title: 'Configurer ce hub',
		lead: 'Vous en devenez propriétaire.',
		code: 'Code de configuration',
		codeHint:
			'Le hub l’a affiché au démarrage, et le garde dans le fichier setup-code de son dossier de données. Il ne sert qu’une fois.',
		zone: (zone) =>
			`Les programmations suivront l’heure du fuseau ${zone}, comme cet appareil. Vous pouvez le changer dans Paramètres.`,
		submit: 'Devenir propriétaire',
		strength: (got, least) =>
			got < least
				? `Encore ${counted(least - got, { one: 'caractère', other: 'caractères' })}.`
				: got < 16
					? 'Assez long. Quatre mots au hasard, c’est encore mieux.'
					: 'Solide.',
		done: 'Déjà configuré ?',
	},
};
