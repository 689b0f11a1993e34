import type { ConflictReason } from '$protocol/dashboard/pending.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const UNTIL_CLAIMED = 'Elle n’exécute aucune commande tant qu’un propriétaire ne l’a pas associée.';

const reasons: Record<ConflictReason, (deviceName?: string) => [what: string, then: string]> = {
	expired: () => ['Sa clé d’enregistrement a expiré.', `La carte s’est connectée trop tard. ${UNTIL_CLAIMED}`],
	'used-by-another-board': () => [
		'Cette clé a déjà été utilisée par une autre carte.',
		`La carte est connectée. ${UNTIL_CLAIMED}`,
	],
	'known-board': (deviceName) => [
		deviceName
			? `Cette carte est déjà celle de ${isolate(deviceName)}.`
			: 'Cette carte a déjà été associée auparavant.',
		'Elle a été configurée à nouveau. Un propriétaire peut remplacer cet appareil par elle, ou l’ajouter comme nouvel appareil.',
	],
	'owner-gone': () => ['La personne qui l’a configurée n’a plus de compte.', UNTIL_CLAIMED],
	'owner-may-not': () => ['La personne qui l’a configurée n’a plus le droit d’ajouter des appareils.', UNTIL_CLAIMED],
};

/** Pending devices, and the questions before one is deleted or a board rejected. */
export const pendingWords: Words['pendingWords'] = {
	title: 'Appareils en attente',
	lead: 'Un appareil est associé automatiquement quand sa carte se connecte. Seul un conflit attend un propriétaire.',
	ready: 'Prêt',
	notSeen: 'Le hub est prêt. La carte ne s’est pas encore connectée.',
	expiresSoon: 'Expire bientôt',
	expired: 'Expiré',
	awaiting: 'À associer',
	code: 'Code',
	board: 'Carte',
	mac: 'MAC',
	ip: 'IP',
	created: 'Créé',
	expiresIn: 'Expire dans',
	expiresAt: 'Devait expirer',
	setUp: 'Configurer la carte',
	running: 'Ce hub simule sa carte.',
	notInTime: 'Pas configuré à temps ? Créez une nouvelle clé ; tout le reste est conservé.',
	renew: 'Créer une nouvelle clé',
	renewed: (name) => `${isolate(name)} a une nouvelle clé, valable 24 heures.`,
	claim: 'Associer cet appareil',
	reject: 'Rejeter',
	lineLost: 'La carte a perdu sa connexion. Elle se reconnecte toute seule.',
	forDevice: {
		regenerate: (name) => `Nouveau firmware pour ${isolate(name)}. Nom, historique et paramètres sont conservés.`,
		upgrade: (name) => `Secure v2 pour ${isolate(name)}. Le nom et l’historique sont conservés.`,
	},
	reason: (reason, deviceName) => reasons[reason](deviceName),
	deleteQuestion: (name) => ({
		title: `Supprimer ${isolate(name)}, en attente ?`,
		action: 'Supprimer l’appareil en attente',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Sa clé d’enregistrement cesse aussitôt d’être valable',
				text: 'Une carte configurée avec elle ne peut pas se connecter.',
			},
			{
				icon: 'trash',
				bad: true,
				title: 'Sa configuration est perdue',
				text: 'Nom, relais et broches devront être saisis à nouveau.',
			},
		],
	}),
	rejectQuestion: (name) => ({
		title: 'Rejeter cette carte ?',
		action: 'Rejeter',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Elle est déconnectée',
				text: `Elle n’est pas associée comme ${isolate(name)}.`,
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Elle redemandera',
				text: 'La carte garde sa clé et réessaie, de moins en moins souvent.',
			},
		],
	}),
};
