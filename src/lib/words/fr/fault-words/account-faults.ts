import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';
import type { ACCOUNT_FAULT_WORDS } from '$protocol/dashboard/fault-words/account-faults.ts';

function waitWords(seconds: number): string {
	if (seconds < 60) return counted(seconds, { one: 'seconde', other: 'secondes' });
	return counted(Math.ceil(seconds / 60), { one: 'minute', other: 'minutes' });
}

/** What is refused about people, their sign-ins, second factors, invitations and API tokens. */
export const accountFaults: Pick<Words['faultWords'], keyof typeof ACCOUNT_FAULT_WORDS> = {
	'wrong-code': () => 'Ce n’est pas le code de configuration affiché par le hub.',
	'wrong-credentials': () => 'Nom d’utilisateur ou mot de passe incorrect.',
	'already-set-up': () => 'Ce hub a déjà un propriétaire. Connectez-vous.',
	'name-as-password': () => 'Un nom n’est pas un mot de passe. Choisissez quelque chose que les autres ignorent.',
	'common-password': () => 'C’est l’un des premiers mots de passe que tout le monde essaie. Choisissez-en un autre.',
	'not-signed-in': () => 'Connectez-vous d’abord.',
	'not-allowed': () => 'Votre compte n’a pas ce droit. Demandez au propriétaire du hub.',
	'may-not-switch': () => 'Vous n’avez pas le droit de commander ceci.',
	'room-of-guests': ({ room }) =>
		`La pièce ${room} a été ouverte à des invités. Seul un propriétaire peut y placer des appareils ou les en retirer.`,
	'not-your-pending': () => 'Quelqu’un d’autre a créé cet appareil en attente.',
	'not-your-device': () => 'Seul un propriétaire peut faire cela avec l’appareil de quelqu’un d’autre.',
	'current-password-wrong': () => 'Votre mot de passe actuel est incorrect.',
	'second-factor-needed': () =>
		'Saisissez le code affiché par votre app d’authentification, ou un code de récupération.',
	'second-factor-wrong': ({ time }) =>
		`Ce code est incorrect. Un code est valable une demi-minute : si les codes échouent toujours, comparez l’heure de votre téléphone à celle du hub, qui indique ${time}.`,
	'second-factor-used': () => 'Ce code a déjà été utilisé. Attendez le suivant.',
	'second-factor-over': () =>
		'Cette connexion a duré trop longtemps, a reçu trop de codes incorrects, ou continue sur un autre réseau qu’au début. Connectez-vous à nouveau.',
	'second-factor-on': () => 'Votre second facteur est déjà activé.',
	'second-factor-off': () => 'Votre second facteur n’est pas activé.',
	'second-factor-not-begun': () =>
		'L’activation du second facteur a duré trop longtemps, a été recommencée ailleurs, ou le hub a redémarré. Recommencez.',
	'second-factor-of-none': ({ name }) => `${name} n’a pas de second facteur.`,
	'second-factor-own': () =>
		'Désactivez votre propre second facteur dans Votre compte. Sans code, exécutez ceci sur la machine du hub : npm run hub -- reset-password UTILISATEUR',
	'name-taken': ({ name }) => `Une personne s’appelle déjà ${name}. Choisissez un autre nom.`,
	'renamed-too-often': () => 'Vous avez changé de nom plusieurs fois. Réessayez dans une heure.',
	'arranged-too-often': () => 'Vous avez réorganisé votre accueil très souvent. Réessayez dans une heure.',
	'preferences-too-often': () => 'Vous avez changé vos préférences très souvent. Réessayez dans une heure.',
	'no-such-person': () => 'Cette personne n’est plus sur le hub.',
	'not-a-guest': ({ name }) => `${name} n’a pas le rôle d’invité, et voit tout.`,
	'last-owner': () => 'Un hub a besoin d’un propriétaire. Donnez d’abord ce rôle à quelqu’un d’autre.',
	'not-yourself': () => 'Vous ne pouvez pas vous retirer vous-même. Un autre propriétaire le peut.',
	'no-such-invitation': () =>
		'Cette invitation n’est pas valable : elle a été utilisée ou retirée, ou son délai est passé. Demandez-en une autre.',
	'too-many-people': ({ most }) => `Il y a déjà ${most} personnes. Retirez-en d’abord.`,
	'too-many-invitations': ({ most }) => `Il y a déjà ${most} invitations ouvertes. Retirez-en d’abord.`,
	'choose-access': () => 'Choisissez au moins une pièce, un appareil ou un relais.',
	'access-over': () => 'La fin de cet accès est déjà passée.',
	'guest-needs-access': () => 'Choisissez ce que l’invité peut voir ou commander.',
	'no-such-session': () => 'Cette session est déjà fermée.',
	'wall-locked': () =>
		'Ce navigateur est un panneau mural verrouillé. Déverrouillez-le d’abord là-bas avec son code PIN.',
	'wall-pin-digits': ({ least, most }) => `Un code PIN compte de ${least} à ${most} chiffres.`,
	'wall-pin-wrong': () => 'Ce code PIN est incorrect.',
	'no-such-lock-out': () => 'Ce blocage est déjà terminé.',
	'wrong-api-token': () =>
		'Ce jeton API n’est pas valable : il est mal saisi ou a été supprimé. Créez-en un autre dans votre compte.',
	'api-token-over': () => 'Ce jeton API a expiré. Créez-en un autre dans votre compte.',
	'api-token-may-not': () => 'Ce jeton API n’a pas ce droit. Créez-en un qui l’a, ou connectez-vous.',
	'no-such-api-token': () => 'Ce jeton API est déjà supprimé.',
	'too-many-api-tokens': ({ most }) => `Vous avez déjà ${most} jetons API. Supprimez-en d’abord.`,
	'choose-token-parts': () => 'Choisissez au moins un relais ou une scène.',
	'token-end-wrong': ({ years }) =>
		`Choisissez une fin d’ici ${counted(years, { one: 'an', other: 'ans' })}, ou aucune.`,
	'too-many-failures': ({ seconds }) => `Trop d’essais ratés. Réessayez dans ${waitWords(seconds)}.`,
	'too-many-signing-in': () => 'Trop de personnes se connectent en même temps. Réessayez dans une seconde.',
	'too-many-unknown-tokens': () => 'Trop de jetons inconnus depuis cette adresse. Réessayez plus tard.',
};
