import type { Words } from '$lib/words/all-words.ts';

/** How the dashboard speaks to a person: a part of their account, and the language before the sign-in. */
export const preferencesWords: Words['preferencesWords'] = {
	title: 'Taal en notatie',
	lead: 'Alleen voor jou, op al je apparaten.',
	language: 'Taal',
	browsers: 'Zoals de browser',
	auto: 'Automatisch',
	clock: 'Klok',
	hours: { 24: '24 uur', 12: '12 uur' },
	weekStart: 'De week begint op',
	temperature: 'Temperaturen',
	hint: 'Automatisch volgt de instelling van je browser. Gedownloade geschiedenis blijft in\u00a0°C.',
};
