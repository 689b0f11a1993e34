import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../hub/boards/catalogue.ts';
import { byFamily, findBoards } from './board-families.ts';

const found = (typed: string) => findBoards(CATALOGUE, typed).map(({ id }) => id);

describe('the list of boards', () => {
	it('has every board of the catalogue once, under its family', () => {
		const listed = byFamily(CATALOGUE).flatMap(({ boards }) => boards.map(({ id }) => id));
		expect(listed.toSorted()).toEqual(CATALOGUE.map(({ id }) => id).toSorted());
	});

	it('leaves out families without a board', () => {
		expect(byFamily(findBoards(CATALOGUE, 'shelly')).map(({ family }) => family)).toEqual(['shelly']);
	});

	it.each([
		['mini r2', ['sonoff-mini-r2']],
		['TH16', ['sonoff-th']],
		['esp32_relay_x8', ['esp32-relay-x8']],
		['relay x8', ['esp12f-relay-x8', 'esp32-relay-x8']],
		['shelly2.5', ['shelly-2.5']],
		['PG01V3', ['athom-plug-v3']],
		['toaster', []],
	])('finds by %j what people call a board or read on it', (typed, ids) => expect(found(typed)).toEqual(ids));

	it('has all boards while nothing is typed', () => expect(found('')).toHaveLength(CATALOGUE.length));
});
