/** The languages of the dashboard, each by its own name. */
export const LANGUAGES = {
	en: 'English',
	de: 'Deutsch',
	fr: 'Français',
	es: 'Español',
	it: 'Italiano',
	nl: 'Nederlands',
	pl: 'Polski',
} as const;
export type Language = keyof typeof LANGUAGES;

/** Holds a language's code, or 'auto' for the browser's languages. */
export const LANGUAGE_KEY = 'mooring-language';

const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

/** The language that was chosen in this browser, else the first of the browser's own that the dashboard has, else English. */
export function chosenLanguage(): Language {
	if (typeof document === 'undefined') return 'en';
	const codes = [stored(), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
	return codes.find(isLanguage) ?? 'en';
}

function stored(): string {
	try {
		return localStorage.getItem(LANGUAGE_KEY) ?? '';
	} catch {
		// A browser that forbids its storage has no choice of its own.
		return '';
	}
}

type Sentences = Record<string, unknown>;

/** what was said in English, by its name */
const english = new Map<string, Sentences>();
let translated: Partial<Record<string, Sentences>> = {};

/** The language in force, for dates, numbers and plurals. */
export const LOCALE: string = chosenLanguage();

/**
 * The sentences of a subject. They are English until `speak` has put another language in their place; modules
 * that are loaded later begin with it.
 *
 * @param name that of the exported constant, and of the same subject in `Words`
 */
export function translatable<T extends object>(name: string, sentences: T): T {
	english.set(name, sentences as Sentences);
	putInPlace(sentences as Sentences, translated[name]);
	return sentences;
}

/** Puts a language in the place of English, before the first page is drawn. */
export function speak(language: Language, words: object): void {
	translated = words as typeof translated;
	for (const [name, sentences] of english) putInPlace(sentences, translated[name]);
	document.documentElement.lang = language;
}

/** Parts that others hold already must change with the whole, so objects are kept and filled anew. */
function putInPlace(english: Sentences, other: Sentences | undefined): void {
	for (const [key, value] of Object.entries(other ?? {})) {
		const before = english[key];
		if (isPart(before) && isPart(value)) putInPlace(before, value);
		else english[key] = value;
	}
}

const isPart = (value: unknown): value is Sentences =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
