import { describe, expect, it } from 'vitest';
import type { Home, Tile } from '../home/tiles.ts';
import { driftAt } from './drift.ts';
import { digitsOf, isPin } from './pin.ts';
import { wallTiles } from './wall-tiles.ts';

const MINUTE = 60_000;
const tiles = (...keys: string[]) => keys.map((key) => ({ key })) as Tile<never>[];
const home = (scenes = tiles('s1')): Home<never> => ({
	favourites: tiles('a'),
	scenes,
	rooms: [
		{ name: 'Hall', tiles: tiles('a', 'b') },
		{ name: null, tiles: tiles('c') },
	],
});
const keysOf = (shown: ReturnType<typeof wallTiles>) => ({
	rooms: shown.rooms.map(({ kind, tiles }) => [kind, ...tiles.map(({ key }) => key)]),
	beside: shown.scenes.map(({ key }) => key),
});

describe('a PIN', () => {
	it.each(['1234', '00000000', '271828'])('may be %s', (pin) => expect(isPin(pin)).toBe(true));
	it.each(['', '123', '123456789', '12 34', '12a4', '１２３４'])('is not %j', (pin) => expect(isPin(pin)).toBe(false));

	it('is what is left of the digits that were typed or pasted', () =>
		expect(['12 34', 'a1b2', '1234567890'].map(digitsOf)).toEqual(['1234', '12', '12345678']));
});

describe('what a wall shows', () => {
	it('is all rooms, with the scenes beside the clock', () =>
		expect(keysOf(wallTiles(home(), { what: 'rooms' }))).toEqual({
			rooms: [
				['room', 'a', 'b'],
				['room', 'c'],
			],
			beside: ['s1'],
		}));

	it('has more scenes than fit beside the clock among the rooms', () => {
		const shown = keysOf(wallTiles(home(tiles('s1', 's2', 's3', 's4')), { what: 'rooms' }));
		expect([shown.rooms[0], shown.beside]).toEqual([['scenes', 's1', 's2', 's3', 's4'], []]);
	});

	it('is the favourites or one room alone, if that was chosen', () => {
		expect(keysOf(wallTiles(home(), { what: 'favourites' })).rooms).toEqual([['favourites', 'a']]);
		expect(keysOf(wallTiles(home(), { what: 'room', room: 'Hall' }))).toEqual({
			rooms: [['room', 'a', 'b']],
			beside: [],
		});
	});

	it('is all rooms where what was chosen is gone', () => {
		for (const shows of [{ what: 'room', room: 'Attic' } as const, { what: 'favourites' } as const])
			expect(keysOf(wallTiles({ ...home(), favourites: [] }, shows)).rooms).toHaveLength(2);
	});
});

it('the night picture stands elsewhere in every minute, near the middle, and in many places', () => {
	const places = Array.from({ length: 77 }, (_, minute) => driftAt(minute * MINUTE));
	expect(new Set(places.map(String)).size).toBe(77);
	for (const [x, y] of places) {
		expect(Math.abs(x)).toBeLessThanOrEqual(2.5);
		expect(Math.abs(y)).toBeLessThanOrEqual(1.5);
	}
});
