import { describe, expect, it } from 'vitest';
import { evenColumns } from './even-columns.ts';

describe('choices of one kind', () => {
	it('stand in one row where there is room', () => {
		for (const count of [1, 2, 3, 5, 7]) expect(evenColumns(count, count + 1)).toBe(count);
	});

	it.each([
		[4, 3, 2],
		[5, 4, 3],
		[6, 5, 3],
		[7, 6, 4],
		[8, 5, 4],
	])('that are %i, with room for %i in a row, stand in rows of %i', (count, most, columns) =>
		expect(evenColumns(count, most)).toBe(columns),
	);

	it.each([
		[3, 2],
		[5, 2],
		[7, 3],
	])('that are %i, with room for %i in a row, stand below each other: none is alone in the last row', (count, most) =>
		expect(evenColumns(count, most)).toBe(1),
	);

	it('stand below each other where there is room for none', () => {
		expect(evenColumns(3, 0)).toBe(1);
	});
});
