import type { Words } from '$lib/words/all-words.ts';

/** How the dashboard speaks to a person: a part of their account, and the language before the sign-in. */
export const preferencesWords: Words['preferencesWords'] = {
	title: 'Język i formaty',
	lead: 'Tylko dla ciebie, na wszystkich twoich urządzeniach.',
	language: 'Język',
	browsers: 'Jak w przeglądarce',
	auto: 'Automatycznie',
	clock: 'Zegar',
	hours: { 24: '24-godzinny', 12: '12-godzinny' },
	weekStart: 'Początek tygodnia',
	temperature: 'Temperatury',
	hint: '„Automatycznie” oznacza ustawienia przeglądarki. Pobrana historia pozostaje w °C.',
};
