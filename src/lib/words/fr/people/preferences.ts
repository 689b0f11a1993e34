import type { Words } from '$lib/words/all-words.ts';

/** How the dashboard speaks to a person: a part of their account, and the language before the sign-in. */
export const preferencesWords: Words['preferencesWords'] = {
	title: 'Langue et formats',
	lead: 'Pour vous seul, sur tous vos appareils.',
	language: 'Langue',
	browsers: 'Celle du navigateur',
	auto: 'Automatique',
	clock: 'Heure',
	hours: { 24: '24 heures', 12: '12 heures' },
	weekStart: 'Début de la semaine',
	temperature: 'Températures',
	hint: 'Automatique suit les réglages de votre navigateur. L’historique téléchargé reste en °C.',
};
