import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// Other files of the same process begin in English.
afterEach(() => {
	vi.unstubAllGlobals();
	vi.resetModules();
});
beforeEach(() => {
	vi.resetModules();
	vi.stubGlobal('document', { documentElement: { lang: 'en' } });
	vi.stubGlobal('navigator', { languages: [] });
	vi.stubGlobal('localStorage', { getItem: () => null });
});

const german = {
	lampWords: { on: 'An', parts: { off: 'Aus' }, pair: ['Eins', 'Zwei'], left: (n: number) => `Noch ${n}` },
};
const english = () => ({ on: 'On', parts: { off: 'Off' }, pair: ['One', 'Two'], left: (n: number) => `${n} left` });

describe('another language', () => {
	it('takes the place of what was said in English, also where a module holds a part of it', async () => {
		const { speak, translatable } = await import('./language.ts');
		const words = translatable('lampWords', english());
		const { parts } = words;
		speak('de', german);
		expect([words.on, parts.off, words.pair, words.left(3)]).toEqual(['An', 'Aus', ['Eins', 'Zwei'], 'Noch 3']);
		expect(document.documentElement.lang).toBe('de');
	});

	it('is spoken by a page that is loaded later', async () => {
		const { speak, translatable } = await import('./language.ts');
		speak('de', german);
		expect(translatable('lampWords', english()).parts.off).toBe('Aus');
	});

	it('leaves English where it has no such subject', async () => {
		const { speak, translatable } = await import('./language.ts');
		speak('de', german);
		expect(translatable('otherWords', english()).on).toBe('On');
	});
});

describe('the language of a browser', () => {
	const chosen = async (stored: string | null, ...languages: string[]) => {
		vi.stubGlobal('navigator', { languages });
		vi.stubGlobal('localStorage', { getItem: () => stored });
		return (await import('./language.ts')).chosenLanguage();
	};

	it.each([
		['the one that was chosen in it', 'pl', ['de-DE'], 'pl'],
		['its own, if none was chosen', null, ['de-AT', 'en'], 'de'],
		['its own, if that was chosen', 'auto', ['fr-CH'], 'fr'],
		['the first of its own that there is', null, ['sv-SE', 'nl-BE', 'de'], 'nl'],
		['English, if there is none of its own', null, ['sv-SE'], 'en'],
		['its own, if what is stored is no language', 'toString', ['it'], 'it'],
	])('is %s', async (_, stored, languages, language) => expect(await chosen(stored, ...languages)).toBe(language));
});
