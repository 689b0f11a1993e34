import { translatable } from '$lib/words/language.ts';

/** How the dashboard speaks to a person: a part of their account, and the language before the sign-in. */
export const preferencesWords = translatable('preferencesWords', {
	title: 'Language and formats',
	lead: 'For you alone, on all your devices.',
	language: 'Language',
	/** the language, where none is chosen */
	browsers: 'As the browser',
	auto: 'Automatic',
	clock: 'Clock',
	hours: { 24: '24 hours', 12: '12 hours' },
	weekStart: 'The week begins on',
	temperature: 'Temperatures',
	hint: 'Automatic is as your browser is set. Downloaded history stays in\u00a0°C.',
});
