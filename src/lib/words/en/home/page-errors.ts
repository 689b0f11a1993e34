import { translatable } from '$lib/words/language.ts';

/** In place of a page that is not there, or could not be loaded. */
export const pageErrorWords = translatable('pageErrorWords', {
	missing: {
		title: 'No such page',
		text: 'There is nothing at this address. It may be mistyped, or what it showed is gone.',
	},
	failed: {
		title: 'This page could not be loaded',
		text: 'The hub did not answer. The page loads by itself as soon as it does.',
	},
	again: 'Try again',
	toHome: 'To Home',
});
