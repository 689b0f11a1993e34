import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

describe('numbers in a browser whose language is German', () => {
	beforeEach(() => {
		vi.resetModules();
		vi.stubGlobal('document', { documentElement: { lang: '' } });
		vi.stubGlobal('navigator', { languages: ['de-AT'] });
	});
	afterEach(() => {
		vi.unstubAllGlobals();
		vi.resetModules();
	});

	it('have a comma before their decimals', async () => {
		const { decimal } = await import('./decimal.ts');
		const { signed } = await import('./signed.ts');
		const { bytesWord } = await import('./bytes.ts');
		expect(decimal(21.44, 1)).toBe('21,4');
		expect(decimal(1013.2, 0)).toBe('1013');
		expect(signed(-0.5, 1, '°C')).toBe('−0,5 °C');
		expect(bytesWord(3_500_000)).toBe('3,3 MB');
	});

	it('have German units once the sentences are loaded', async () => {
		const { loadLanguage } = await import('$lib/words/language.ts');
		const { exactDuration } = await import('./duration.ts');
		await loadLanguage('de');
		expect(exactDuration(1_500)).toBe('1,5 Sek.');
		expect(exactDuration(90 * 60_000)).toBe('1 Std. 30 Min.');
	});
});
