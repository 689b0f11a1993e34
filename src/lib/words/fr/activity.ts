import type { Words } from '$lib/words/all-words.ts';

/** The page of the audit log. */
export const activityWords: Words['activityWords'] = {
	title: 'Activité',
	filters: 'Filtres',
	device: 'Appareil',
	allDevices: 'Tous les appareils',
	goneDevice: 'Un appareil supprimé',
	person: 'Personne',
	allPeople: 'Tout le monde',
	kind: 'Type',
	allKinds: 'Tout',
	kinds: {
		relay: 'Relais',
		presence: 'Connexions',
		claim: 'Association',
		token: 'Jetons',
		config: 'Configuration',
		device: 'Appareils',
		scene: 'Scènes',
		security: 'Sécurité',
		people: 'Personnes',
		hub: 'Hub',
	},
	days: 'Jours',
	spans: {
		all: 'Tous les jours',
		today: 'Aujourd’hui',
		yesterday: 'Hier',
		week: '7 derniers jours',
		month: '30 derniers jours',
	},
	chosen: 'Du … au …',
	from: 'Du',
	to: 'Au',
	reset: 'Tout afficher',
	csv: 'Exporter en CSV',
	zone: (zone) =>
		`Les heures affichées sont celles du fuseau ${zone}, comme sur cet appareil. Dans le fichier CSV, elles sont en UTC.`,
	more: 'Afficher plus',
	end: 'C’est tout.',
	empty: {
		title: 'Rien ne s’est encore passé',
		text: 'Chaque commande, association et modification est notée ici, avec son auteur ou sa cause. Commandez un relais, et cela apparaît tout seul.',
	},
	noneLike: 'Rien ne correspond à ces filtres.',
	retry: 'Réessayer',
};
