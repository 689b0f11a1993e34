import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { since } from '../articles.ts';

const codes = (count: number) => counted(count, { one: 'code de récupération', other: 'codes de récupération' });

/** The second factor: of one's own account, at the sign-in, and of others. */
export const secondFactorWords: Words['secondFactorWords'] = {
	title: 'Second facteur',
	lead: 'Le hub demande aussi un code d’une app de votre téléphone : à chaque connexion, et avant une sauvegarde, un nouveau membre ou un nouveau mot de passe. Votre mot de passe seul ne suffit alors plus pour se connecter.',
	on: (from) => `Activé ${since(from)}.`,
	left: (count) =>
		count === 0 ? 'Il ne reste aucun code de récupération : créez-en de nouveaux.' : `Il reste ${codes(count)}.`,
	lost: 'Si vous perdez votre téléphone et vos codes de récupération, un autre propriétaire peut le désactiver dans Personnes. S’il n’y en a pas, exécutez ceci sur la machine du hub :',
	lostCommand: 'npm run hub -- reset-password UTILISATEUR',

	code: 'Code de votre app',
	recoveryCode: 'Code de récupération',
	useRecovery: 'Utiliser un code de récupération',
	useApp: 'Utiliser l’app',
	current: 'Votre mot de passe actuel',
	cancel: 'Annuler',

	begin: {
		action: 'Activer',
		title: 'Activer le second facteur',
		lead: 'Toutes vos autres sessions sont fermées, vos jetons API supprimés, et chaque navigateur demandera un code la prochaine fois.',
		next: 'Suivant',
	},
	scan: {
		title: 'Scannez avec votre app d’authentification',
		lead: 'N’importe quelle app d’authentification convient. Sans caméra, saisissez-y le secret.',
		qr: 'QR code pour votre app d’authentification',
		secret: 'Secret pour votre app d’authentification',
		copy: 'Copier le secret',
		first: 'Le premier code affiché',
		submit: 'Activer',
		again: 'Recommencer',
		done: 'Le second facteur est activé. Les autres appareils sont déconnectés.',
	},
	codes: {
		title: 'Vos codes de récupération',
		lead: 'Chacun vous connecte une fois si votre téléphone a disparu. Ils sont affichés maintenant et plus jamais : gardez-les ailleurs que votre téléphone.',
		label: 'Codes de récupération',
		copy: 'Copier les codes de récupération',
		copied: 'Copié.',
		download: 'Télécharger',
		file: (user, hub) => `Codes de récupération de ${user} pour ${hub}. Chacun est valable une fois.`,
		done: 'Je les ai gardés',
		leave: {
			title: 'Quitter vos codes de récupération ?',
			action: 'Quitter',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Ils ne seront plus affichés',
					text: 'Vous pouvez en créer de nouveaux avec un code de votre app.',
				},
			],
		},
	},
	renew: {
		action: 'Créer de nouveaux codes de récupération',
		title: 'Créer de nouveaux codes de récupération',
		lead: 'Les anciens codes cessent d’être valables.',
		submit: 'En créer de nouveaux',
	},
	off: {
		action: 'Désactiver',
		title: 'Désactiver le second facteur',
		lead: 'Votre mot de passe seul suffit alors pour vous connecter.',
		submit: 'Désactiver',
		done: 'Le second facteur est désactivé.',
	},

	signIn: {
		title: 'Votre code',
		lead: (name) =>
			`Bonjour ${isolate(name)}. Votre app d’authentification affiche un nouveau code toutes les 30 secondes.`,
		back: 'Retour',
	},

	person: {
		on: 'Second facteur activé',
		action: 'Désactiver le second facteur',
		title: (name) => `Désactiver le second facteur de ${isolate(name)}`,
		lead: 'Pour une personne qui a perdu son téléphone et ses codes de récupération. Son mot de passe seul suffit alors pour se connecter.',
		submit: 'Désactiver',
		done: (name) => `Le second facteur de ${isolate(name)} est désactivé.`,
	},
};
