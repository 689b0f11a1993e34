import { describe, expect, it } from 'vitest';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { withFolded } from './folded.ts';
import { movedBy, movedTo, withFavourite, withOrder } from './layout.ts';

describe('a favourite', () => {
	it('is added last, once, and taken away', () => {
		const one = withFavourite(EMPTY_HOME, 'scene:a', true);
		const two = withFavourite(withFavourite(one, 'scene:b', true), 'scene:a', true);
		expect(two.favourites).toEqual(['scene:b', 'scene:a']);
		expect(withFavourite(two, 'scene:b', false).favourites).toEqual(['scene:a']);
	});
});

it('a room is folded once, and unfolded', () => {
	const folded = withFolded(withFolded(EMPTY_HOME, 'Attic', true), 'Attic', true);
	expect(folded.folded).toEqual(['Attic']);
	expect(withFolded(folded, 'Attic', false).folded).toEqual([]);
});

describe('moving', () => {
	it.each([
		['b', -1, 'bac'],
		['b', 1, 'acb'],
		['a', -1, 'abc'],
		['c', 1, 'abc'],
		['x', 1, 'abc'],
	])('%s by %i gives %s', (key, by, expected) => {
		expect(movedBy(['a', 'b', 'c'], key, by).join('')).toBe(expected);
	});

	it.each([
		['a', 3, 'bca'],
		['c', 0, 'cab'],
		['a', 1, 'abc'],
	])('%s before what is at %i gives %s', (key, index, expected) => {
		expect(movedTo(['a', 'b', 'c'], key, index).join('')).toBe(expected);
	});
});

it('sorting one room leaves the order of the others', () => {
	const layout = { ...EMPTY_HOME, order: ['scene:a', 'scene:x', 'scene:b'] };
	expect(withOrder(layout, ['scene:b', 'scene:a']).order).toEqual(['scene:x', 'scene:b', 'scene:a']);
});

it('of more tiles than the hub keeps, those sorted last are kept', () => {
	const many = Array.from({ length: LIMITS.homeTiles }, (_, n) => `scene:${n}`);
	const { order } = withOrder({ ...EMPTY_HOME, order: many }, ['scene:new']);
	expect([order.length, order[0], order.at(-1)]).toEqual([LIMITS.homeTiles, 'scene:1', 'scene:new']);
});
