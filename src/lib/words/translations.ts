import type { Words } from './all-words.ts';
import { type Language, chosenLanguage, speak } from './language.ts';

/** Every other language is a file of its own, loaded only where it is chosen. */
const translations: Record<Exclude<Language, 'en'>, () => Promise<{ translation: Words }>> = {
	de: () => import('./de/index.ts'),
	es: () => import('./es/index.ts'),
	fr: () => import('./fr/index.ts'),
	it: () => import('./it/index.ts'),
	nl: () => import('./nl/index.ts'),
	pl: () => import('./pl/index.ts'),
};

/** Loads the language that was chosen. If its file cannot be had, the dashboard speaks English. */
export async function loadLanguage(): Promise<void> {
	const language = chosenLanguage();
	if (language === 'en') return;
	const loaded = await translations[language]().catch(() => undefined);
	if (loaded) speak(language, loaded.translation);
}
