import { afterEach, expect, it, vi } from 'vitest';
import { speak } from '$lib/words/language.ts';
import { faultWords } from '$lib/words/de/faults.ts';
import { wifiProblem } from './wifi-problem.ts';

// Other files of the same process begin in English.
afterEach(() => {
	vi.unstubAllGlobals();
	vi.resetModules();
});

it('a form says what is wrong with a network in the language in force, before the hub is asked', () => {
	vi.stubGlobal('document', { documentElement: { lang: 'en' } });
	expect(wifiProblem({ ssid: '', password: '' })?.message).toBe('The network needs a name.');
	speak('de', { faultWords });
	const problem = wifiProblem({ ssid: 'Hafen', password: 'kurz' });
	expect(problem?.field).toBe('password');
	expect(problem?.message).toBe(faultWords['wifi-password-too-short']({ least: 8 }));
	expect(wifiProblem({ ssid: 'Hafen', password: 'lang genug' })).toBeUndefined();
});
