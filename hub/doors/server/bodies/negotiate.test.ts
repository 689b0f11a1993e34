import { describe, expect, it } from 'vitest';
import { chooseEncoding, matchesEtag } from './negotiate.ts';

describe('chooseEncoding', () => {
	it.each([
		['gzip, deflate, br', 'br'],
		['gzip', 'gzip'],
		['br;q=0, gzip', 'gzip'],
		['GZIP;q=0.5', 'gzip'],
		['*', 'br'],
		['*;q=0', 'identity'],
		['brotli', 'identity'],
		['', 'identity'],
		['br;q=nonsense', 'identity'],
		[`${','.repeat(8_000)}br`, 'identity'],
	])('%j is answered with %s', (accepts, encoding) => {
		expect(chooseEncoding(accepts, ['identity', 'br', 'gzip'])).toBe(encoding);
	});

	it('never chooses an encoding that is not available', () => {
		expect(chooseEncoding('br, gzip', ['identity', 'gzip'])).toBe('gzip');
		expect(chooseEncoding('br, gzip', ['identity'])).toBe('identity');
	});
});

describe('matchesEtag', () => {
	it.each(['"a"', '"b", "a"', 'W/"a"', '*'])('%s names "a"', (header) => {
		expect(matchesEtag(header, '"a"')).toBe(true);
	});
	it.each(['', '"b"', 'a', '"a-br"', `${','.repeat(8_000)}"a"`])('%j does not name "a"', (header) => {
		expect(matchesEtag(header, '"a"')).toBe(false);
	});
});
