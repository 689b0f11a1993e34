import type { Preferences } from '$protocol/dashboard/people/preferences.ts';
import { tabStorage } from '$lib/hub/tab-storage.ts';
import { LANGUAGE_KEY, LOCALE, chosenLanguage } from '$lib/words/language.ts';

type Choice = Preferences['language'];

/** In this tab, until its person has signed in: what was chosen before. */
const PICKED_KEY = 'mooring-language-picked';
/** In this tab: the language for which the page was reloaded. */
const RELOADED_KEY = 'mooring-language-reloaded';

export function storedLanguage(): string {
	try {
		return localStorage.getItem(LANGUAGE_KEY) ?? 'auto';
	} catch {
		return 'auto';
	}
}

/**
 * Puts a language in force in this browser; the page is reloaded if it speaks another one now. Only once for the same
 * language, so that a browser that stores nothing does not reload without end.
 */
export function switchLanguage(language: Choice): void {
	try {
		// Another tab may have stored it already, and this page speaks the old language still.
		if (storedLanguage() !== language) localStorage.setItem(LANGUAGE_KEY, language);
	} catch {
		return; // Without storage the next page would speak the old language.
	}
	if (chosenLanguage() === LOCALE) return tabStorage.remove(RELOADED_KEY);
	if (tabStorage.get(RELOADED_KEY) === language) return;
	tabStorage.set(RELOADED_KEY, language);
	location.reload();
}

/** Before anybody has signed in: the choice becomes theirs when they have. */
export function pickLanguage(language: Choice): void {
	tabStorage.set(PICKED_KEY, language);
	tabStorage.remove(RELOADED_KEY);
	switchLanguage(language);
}

/** What was picked in this tab before the sign-in; forgotten when it is read. */
export function takePicked(): Choice | undefined {
	const picked = tabStorage.get(PICKED_KEY);
	tabStorage.remove(PICKED_KEY);
	return (picked ?? undefined) as Choice | undefined;
}
