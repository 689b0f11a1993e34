import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LANGUAGE_KEY } from '$lib/words/language.ts';
import { pickLanguage, storedLanguage, switchLanguage, takePicked } from './switch-language.ts';

const kept = new Map<string, string>();
let storesNothing = false;
const reload = vi.fn();
const storage = (prefix: string) => ({
	getItem: (key: string) => kept.get(prefix + key) ?? null,
	setItem: (key: string, value: string) => {
		if (storesNothing) throw new Error('The quota has been exceeded.');
		kept.set(prefix + key, value);
	},
	removeItem: (key: string) => kept.delete(prefix + key),
});

beforeEach(() => {
	kept.clear();
	storesNothing = false;
	reload.mockClear();
	vi.stubGlobal('localStorage', storage(''));
	vi.stubGlobal('sessionStorage', storage('tab '));
	vi.stubGlobal('location', { reload });
	// The page was loaded in English: that is what modules speak in these tests.
	vi.stubGlobal('document', {});
	vi.stubGlobal('navigator', { languages: ['en-GB'] });
});
afterEach(() => void vi.unstubAllGlobals());

describe('a language that is put in force', () => {
	it('is stored, and the page is loaded anew once', () => {
		switchLanguage('de');
		switchLanguage('de');
		expect([storedLanguage(), reload.mock.calls.length]).toEqual(['de', 1]);
	});

	it('that another tab has stored already is loaded here too', () => {
		kept.set(LANGUAGE_KEY, 'de');
		switchLanguage('de');
		expect(reload).toHaveBeenCalledTimes(1);
	});

	it('that is spoken already is stored without a reload', () => {
		switchLanguage('en');
		expect([storedLanguage(), reload.mock.calls.length]).toEqual(['en', 0]);
		switchLanguage('auto');
		expect([storedLanguage(), reload.mock.calls.length]).toEqual(['auto', 0]);
	});

	it('where nothing can be stored does not load the page again and again', () => {
		storesNothing = true;
		for (let n = 0; n < 3; n++) switchLanguage('de');
		expect(reload).not.toHaveBeenCalled();
	});
});

it('what is picked before the sign-in is known once after it', () => {
	expect(takePicked()).toBeUndefined();
	pickLanguage('fr');
	expect([storedLanguage(), takePicked(), takePicked()]).toEqual(['fr', 'fr', undefined]);
});
