import { describe, expect, it } from 'vitest';
import { cutToWidth } from './cut-to-width.ts';

/** An i is narrow, every other letter wide. */
const widthOf = (text: string) => [...text].reduce((width, letter) => width + (letter === 'i' ? 1 : 3), 0);

describe('a name beside a pin', () => {
	it('is whole where it fits, however many letters it has', () =>
		expect(cutToWidth('iiiiiiiiiiii', 12, widthOf)).toBe('iiiiiiiiiiii'));

	it('is cut by its width, so that its first letters are never outside of the drawing', () => {
		expect(cutToWidth('WWWWW', 12, widthOf)).toBe('WWW…');
		expect(cutToWidth('Wi WWW', 12, widthOf)).toBe('Wi…');
		expect(cutToWidth('WW', 1, widthOf)).toBe('W…');
	});
});
