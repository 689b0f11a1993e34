import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** The wall panel. */
export const wallWords: Words['wallWords'] = {
	title: 'Panneau mural',
	label: (house) => `Panneau mural de ${isolate(house)}`,
	empty: 'Rien à afficher pour l’instant.',
	facts: {
		label: 'La maison en ce moment',
		on: 'Allumés',
		away: 'Non connectés',
		sunrise: 'Lever du soleil',
		sunset: 'Coucher du soleil',
	},
	scenes: 'Scènes',
	settings: 'Réglages du panneau',
	leave: 'Quitter',
	unlock: 'Déverrouiller ce panneau mural',
	shows: {
		label: 'Il affiche',
		rooms: 'Toutes les pièces',
		favourites: 'Mes favoris',
	},
	screen: {
		title: 'Écran',
		states: {
			held: 'Reste allumé tant que cette page est ouverte.',
			refused:
				'Le navigateur ne le garde pas allumé en ce moment, par exemple pour économiser la batterie. Touchez le panneau pour réessayer.',
			plain:
				'Cette page ne peut pas le garder allumé, car elle n’est pas venue par HTTPS. Réglez l’écran pour qu’il reste allumé dans les réglages de la tablette.',
			missing:
				'Ce navigateur ne peut pas le garder allumé. Réglez l’écran pour qu’il reste allumé dans les réglages de la tablette.',
		},
	},
	night: {
		title: 'Nuit',
		bySun: (from, to) =>
			`Après 5 minutes sans toucher, il s’assombrit, du coucher du soleil à ${from} jusqu’au lever à ${to}.`,
		byHours: (from, to) =>
			`Après 5 minutes sans toucher, il s’assombrit, de ${from} à ${to}. Avec un lieu dans Paramètres, il suit le soleil.`,
		wake: 'Touchez pour réveiller',
		lost: 'Le hub est injoignable',
		more: (n) => `et ${counted(n, { one: 'autre', other: 'autres' })}`,
	},
	lock: {
		title: 'Verrouiller sur la commande seule',
		lead: 'Pour les enfants et les visiteurs : ce navigateur n’affiche alors que le panneau, jusqu’à ce que quelqu’un saisisse le code PIN.',
		pin: 'Code PIN',
		hint: (least, most) => `De ${least} à ${most} chiffres. Il vous servira à déverrouiller.`,
		act: 'Verrouiller',
		needed: (least, most) => `Saisissez de ${least} à ${most} chiffres.`,
		done: 'Le panneau mural est verrouillé.',
	},
	unlocking: {
		title: 'Déverrouiller',
		act: 'Déverrouiller',
		forgotten: 'Code PIN oublié ? Fermez cette session dans Votre compte sur un autre appareil.',
		done: 'Le panneau mural est déverrouillé.',
	},
};
