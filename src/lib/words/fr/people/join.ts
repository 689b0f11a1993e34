import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { until } from '../articles.ts';

/** The page that an invitation leads to. */
export const joinWords: Words['joinWords'] = {
	title: 'Invitation',
	welcome: (hub) => `Bienvenue : ${isolate(hub)}`,
	by: (by, role, end) =>
		`${isolate(by)} vous invite comme ${role === 'guest' ? 'invité' : 'membre du foyer'}${end ? `, ${until(end)}` : ''}.`,
	may: {
		member: 'Vous pouvez tout commander et ajouter des appareils.',
		guest: 'Vous pouvez voir et commander ce qui a été choisi pour vous.',
	},
	nameHint: 'Il sert à vous connecter. Les autres ici le voient.',
	submit: 'Accepter',
	good: (time) => `Cette invitation est valable ${until(time)}, pour une personne.`,
	signedIn: (name) => `Vous êtes connecté ici sous le nom ${isolate(name)}.`,
	signedInThen: 'Accepter vous déconnecte, puis vous connecte avec le nouveau compte.',
	stay: (name) => `Rester ${isolate(name)}`,
	looking: 'Recherche de votre invitation…',
	noSecret: {
		title: 'Ce lien est incomplet',
		text: 'Ouvrez à nouveau le lien que vous avez reçu, ou scannez encore le code. Sa dernière partie, après le #, manque ici.',
	},
	bad: {
		title: 'Cette invitation ne fonctionne pas',
		text: 'Demandez-en une autre à la personne qui l’a envoyée. Si vous l’avez déjà acceptée, connectez-vous.',
	},
	again: 'Réessayer',
	signIn: 'Se connecter',
};
