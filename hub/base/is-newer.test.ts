import { describe, expect, it } from 'vitest';
import { isNewer } from './is-newer.ts';

describe('isNewer', () => {
	it.each([
		['1.0.1', '1.0.0'],
		['1.10.0', '1.9.0'],
		['2.0.0', '1.99.99'],
		['1.0.0', '1.0.0-beta'],
		['1.0.0-beta.2', '1.0.0-beta.1'],
		['1.0.0-beta.10', '1.0.0-beta.9'],
	])('%s is newer than %s, and not the other way round', (a, b) => {
		expect(isNewer(a, b)).toBe(true);
		expect(isNewer(b, a)).toBe(false);
	});

	it('a version is not newer than itself', () => {
		expect(isNewer('1.2.3', '1.2.3')).toBe(false);
		expect(isNewer('1.2', '1.2.0')).toBe(false);
	});
});
