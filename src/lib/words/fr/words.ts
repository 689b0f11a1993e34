import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { since } from './articles.ts';
import { relayWords } from './relays.ts';

/** The words needed on the home page and on several others. */
export const words: Words['words'] = {
	app: 'Mooring',
	nav: {
		home: 'Accueil',
		devices: 'Appareils',
		activity: 'Activité',
		automations: 'Automatismes',
		scenes: 'Scènes',
		people: 'Personnes',
		settings: 'Paramètres',
		more: 'Plus',
		label: 'Menu principal',
		skip: 'Aller au contenu',
	},
	hub: {
		live: 'En direct',
		waiting: 'En attente',
		connecting: 'Connexion',
		unreachable: 'Le hub est injoignable.',
		unanswered: 'Le hub n’a pas répondu. La commande a peut-être été exécutée, peut-être pas.',
		strangeAnswer: (status) => `Autre chose a répondu à la place du hub (${status}).`,
	},
	account: {
		menu: (name) => `${isolate(name)}, votre compte`,
		roles: { owner: 'Propriétaire du hub', member: 'Membre du foyer', guest: 'Invité' },
		own: 'Votre compte',
		wall: 'Panneau mural',
		theme: 'Thème',
		themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
		signOut: 'Se déconnecter',
	},
	devices: {
		title: 'Mes appareils',
		add: 'Ajouter un appareil',
		pendingLink: (count) => `${count} en attente`,
		apart: (name, mark) => `${name} (${mark})`,
		relayMark: (id) => `relais ${id}`,
		none: 'Aucun appareil',
		relays: 'Relais',
		secure: 'Secure v2',
		legacy: 'Legacy v1',
		playedHere: 'simulé ici',
		noRadio: 'Sans radio',
		signal: { 1: 'Signal très faible', 2: 'Signal faible', 3: 'Bon signal', 4: 'Signal fort' },
		lastSeen: (age) => `Vu pour la dernière fois : ${age}`,
		neverSeen: 'Jamais vu',
		delete: 'Supprimer',
	},
	status: { online: 'EN LIGNE', away: 'ABSENT', offline: 'HORS LIGNE' },
	units: {
		celsius: ['°C', 'Température'],
		percent: ['%', 'Humidité'],
		hectopascal: ['hPa', 'Pression'],
		lux: ['lx', 'Luminosité'],
	},
	input: {
		contact: (on) => (on ? 'Fermé' : 'Ouvert'),
		motion: (on) => (on ? 'Mouvement' : 'Calme'),
	},
	noValue: '–',
	lastValue: 'dernière valeur',
	relay: relayWords,
	time: {
		since,
		forAge: (text) => `depuis ${text}`,
		justNow: 'à l’instant',
		days: ['Aujourd’hui', 'Hier'],
		units: { day: 'j', hour: 'h', minute: 'min', second: 's', millisecond: 'ms' },
	},
	close: 'Fermer',
	cancel: 'Annuler',
	claimedToast: (name) => `${isolate(name)} est associé et se trouve dans Mes appareils.`,
};
