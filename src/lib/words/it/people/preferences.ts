import type { Words } from '$lib/words/all-words.ts';

/** How the dashboard speaks to a person: a part of their account, and the language before the sign-in. */
export const preferencesWords: Words['preferencesWords'] = {
	title: 'Lingua e formati',
	lead: 'Solo per te, su tutti i tuoi dispositivi.',
	language: 'Lingua',
	browsers: 'Come il browser',
	auto: 'Automatico',
	clock: 'Orologio',
	hours: { 24: '24 ore', 12: '12 ore' },
	weekStart: 'La settimana inizia di',
	temperature: 'Temperature',
	hint: '“Automatico” segue il tuo browser. La cronologia scaricata resta in\u00a0°C.',
};
