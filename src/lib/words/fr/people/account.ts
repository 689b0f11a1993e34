import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { onDay, since, until } from '../articles.ts';

/** The line of the account menu that offers the dashboard as an app. */
export const installWords: Words['installWords'] = {
	install: 'Installer comme app',
	byHand: 'Pour l’ouvrir comme une app : Partager → Sur l’écran d’accueil.',
	dismiss: 'Ne plus proposer l’app',
};

/** One's own account: name, password, sessions. */
export const accountWords: Words['accountWords'] = {
	title: 'Votre compte',
	nameTitle: 'Nom',
	nameHint: 'Il sert à vous connecter, et les autres le voient à côté de vos actions.',
	saveName: 'Enregistrer le nom',
	named: (name) => `Désormais, vous vous connectez sous le nom ${isolate(name)}.`,
	nameNeeded: 'Il faut un nom d’utilisateur.',
	passwordTitle: 'Mot de passe',
	passwordLead:
		'Un nouveau mot de passe ferme vos sessions sur tous les autres appareils et supprime tous vos jetons API.',
	current: 'Mot de passe actuel',
	new: 'Nouveau mot de passe',
	savePassword: 'Changer le mot de passe',
	changed: 'Votre mot de passe est changé. Les autres appareils sont déconnectés.',
	leave: {
		title: 'Quitter sans enregistrer ?',
		action: 'Quitter',
		what: [{ icon: 'trash', bad: true, title: 'Votre saisie est perdue', text: 'Votre compte reste tel quel.' }],
	},
	sessions: {
		title: 'Où vous êtes connecté',
		count: (number) => counted(number, { one: 'session', other: 'sessions' }),
		name: (browser, system) =>
			browser && system ? `${browser} sur ${system}` : (browser ?? system ?? 'Navigateur inconnu'),
		current: 'Cette session',
		wall: 'panneau mural verrouillé',
		used: (age) => `dernière utilisation : ${age}`,
		since,
		end: 'Fermer',
		endOf: (name, address) => `Fermer la session ${name}, ${address}`,
		endOthers: 'Fermer toutes les autres',
		ended: 'La session est fermée.',
		othersEnded: 'Toutes les autres sessions sont fermées.',
	},
	guest: {
		until: (text) => `Accès d’invité ${until(text)}`,
		over: (text) => `Votre accès d’invité a pris fin ${onDay(text)}`,
		overWhy: 'Votre accès est terminé. S’il vous en faut plus, demandez à la personne qui vous a invité.',
		why: 'Rien n’est partagé avec vous en ce moment. Si vous avez des heures fixes, vos appareils apparaîtront ici quand elles commenceront.',
	},
	notForYou: {
		title: 'Pas pour votre compte',
		text: 'Votre compte ne peut pas ouvrir cette page. Le propriétaire du hub peut changer cela.',
		back: 'Vers l’accueil',
	},
};
