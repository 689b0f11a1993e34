import type { Words } from '$lib/words/all-words.ts';

/** How the dashboard speaks to a person. */
export const preferencesWords: Words['preferencesWords'] = {
	title: 'Sprache und Formate',
	lead: 'Nur für dich, auf allen deinen Geräten.',
	language: 'Sprache',
	browsers: 'Wie der Browser',
	auto: 'Automatisch',
	clock: 'Uhrzeit',
	hours: { 24: '24 Stunden', 12: '12 Stunden' },
	weekStart: 'Wochenbeginn',
	temperature: 'Temperaturen',
	hint: '„Automatisch“ richtet sich nach deinem Browser. Heruntergeladener Verlauf bleibt in\u00a0°C.',
};
