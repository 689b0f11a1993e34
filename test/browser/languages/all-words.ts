import { LANGUAGES, type Language } from '../../../src/lib/words/language.ts';

type Sentences = Record<string, unknown>;

const ENGLISH = import.meta.glob<Sentences>(
	['../../../src/lib/words/en/**/*.ts', '../../../src/lib/words/faults.ts', '!**/*.test.ts'],
	{ eager: true },
);
const OTHERS = import.meta.glob<{ translation: Sentences }>('../../../src/lib/words/*/index.ts');

/** All subjects of English, by the names under which other languages have them. */
export const english: Sentences = Object.fromEntries(
	Object.values(ENGLISH).flatMap((module) => Object.entries(module).filter(([, value]) => typeof value === 'object')),
);

/** The languages that have a file, without English. */
export const translated = (Object.keys(LANGUAGES) as Language[]).filter((code) => pathOf(code) in OTHERS);

export const translationOf = async (code: Language): Promise<Sentences> => (await OTHERS[pathOf(code)]!()).translation;

function pathOf(code: Language): string {
	return `../../../src/lib/words/${code}/index.ts`;
}

/** The sentences that need no function. */
export function plainTexts(words: unknown): string[] {
	if (typeof words === 'string') return [words];
	return typeof words === 'object' && words !== null ? Object.values(words).flatMap(plainTexts) : [];
}
