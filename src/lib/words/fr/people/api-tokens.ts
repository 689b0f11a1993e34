import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { until } from '../articles.ts';

/** One's own API tokens: the list, the form, and what is shown once. */
export const tokenWords: Words['tokenWords'] = {
	title: 'Jetons API',
	lead: 'Pour des raccourcis d’un seul geste et des programmes. Un jeton ne peut jamais faire plus que vous.',
	none: 'Aucun pour l’instant.',
	make: 'Créer un jeton',
	scope: (scope) => {
		if (scope.kind === 'read') return 'Lecture';
		if (scope.kind === 'everything') return 'Tout';
		const { relays, scenes } = scope;
		const parts = [
			relays.length > 0 && `${relays.length} relais`,
			scenes.length > 0 && counted(scenes.length, { one: 'scène', other: 'scènes' }),
		].filter(Boolean);
		return parts.length > 0 ? `Commande ${parts.join(' et ')}` : 'Ce qu’il commandait n’existe plus';
	},
	used: (age) => (age ? `dernière utilisation : ${age}` : 'jamais utilisé'),
	ends: until,
	over: 'expiré',
	noEnd: 'sans fin',
	end: 'Supprimer',
	endOf: (name) => `Supprimer le jeton ${isolate(name)}`,
	question: (name) => ({
		title: `Supprimer ${isolate(name)} ?`,
		action: 'Supprimer le jeton',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Tout ce qui l’utilise s’arrête aussitôt',
				text: 'Les raccourcis et programmes avec ce jeton sont refusés. C’est définitif ; vous pouvez en créer un autre.',
			},
		],
	}),
	ended: (name) => `Le jeton ${isolate(name)} est supprimé.`,

	form: {
		title: 'Nouveau jeton API',
		name: 'Nom',
		nameHint: 'Là où il sert, par exemple « Téléphone d’Anna ».',
		nameNeeded: 'Il faut un nom.',
		may: 'Il peut',
		kinds: { switch: 'Commander', read: 'Lire', everything: 'Tout' },
		hints: {
			switch: 'Seulement ce que vous choisissez ici. Il ne voit pas le reste de la maison.',
			read: 'Voit ce que vous voyez, et ne change rien.',
			everything:
				'Tout ce que vous pouvez faire, sauf les personnes, les blocages, les sauvegardes et votre propre compte.',
		},
		parts: 'Relais et scènes',
		add: 'Ajouter un relais ou une scène…',
		scenes: 'Scènes',
		relaysOf: (device) => `Relais de ${isolate(device)}`,
		relayOf: (relay, device) => `${isolate(relay)}, ${isolate(device)}`,
		remove: (name) => `Retirer ${name}`,
		noneChosen: 'Rien n’est encore choisi.',
		partsNeeded: 'Choisissez au moins un relais ou une scène.',
		until: 'Jusqu’à',
		ends: {
			month: '1 mois',
			year: '1 an',
			never: 'Sans fin',
			other: 'Autre…',
		},
		otherLabel: 'Dernier jour',
		endNeeded: 'Saisissez un jour qui n’est pas passé.',
		endFar: (years) => `Dans ${years} ans au plus.`,
		current: 'Votre mot de passe',
		make: 'Créer le jeton',
	},

	once: {
		title: (name) => `Jeton ${isolate(name)}`,
		lead: 'Copiez-le maintenant. Il n’est affiché qu’une fois, et le hub n’en garde que l’empreinte.',
		local:
			'Cette adresse ne fonctionne que sur cet ordinateur. Pour votre téléphone, ouvrez le tableau de bord par l’adresse réseau du hub.',
		plain: 'Sans HTTPS, d’autres sur votre réseau pourraient le lire. Utilisez-le seulement à la maison.',
		token: 'Le jeton',
		copy: 'Copier le jeton',
		copied: 'Copié.',
		use: 'À utiliser pour',
		to: 'Action',
		on: 'Allumer',
		off: 'Éteindre',
		whole: 'Lire tous les appareils',
		curl: 'curl',
		ios: 'iPhone : Raccourcis',
		android: 'Android : HTTP Shortcuts',
		copyText: (what) => `Copier : ${what}`,
		done: 'Terminé',
	},

	steps: {
		ios: (method, url, authorization, field) =>
			[
				'1. Dans Raccourcis, touchez + et ajoutez l’action « Obtenir le contenu de l’URL ».',
				`2. URL : ${url}`,
				`3. Afficher plus. Méthode : ${method}`,
				`4. En-têtes, ajoutez : Authorization = ${authorization}`,
				...(field ? [`5. Corps de la requête : JSON, ajoutez un booléen : ${field[0]} = ${field[1]}`] : []),
				`${field ? 6 : 5}. Partager, Sur l’écran d’accueil.`,
			].join('\n'),
		android: (method, url, authorization, body) =>
			[
				'1. Dans HTTP Shortcuts, touchez + et créez un raccourci normal.',
				`2. Méthode : ${method}. URL : ${url}`,
				`3. En-têtes de la requête, ajoutez : Authorization = ${authorization}`,
				...(body ? [`4. Corps de la requête : texte personnalisé, type application/json : ${body}`] : []),
				`${body ? 5 : 4}. Enregistrez, et placez-le sur l’écran d’accueil.`,
			].join('\n'),
	},
};
