import { describe, expect, it } from 'vitest';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import type { HomeLayout } from '../../../protocol/dashboard/home.ts';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import { device as view } from '../../../test/harness/network/fake-hub-socket.ts';
import { type Tiled, columnsOf, found, homeOf } from './tiles.ts';

type Quantities = Tiled['quantities'];
const TEMPERATURE: Quantities = [{ sensor: 1, unit: 'celsius' }];
let position = 0;

function device(id: string, room: string | null, relays: string[], quantities: Quantities = []): Tiled {
	const named = relays.map((name, index) => ({ id: index + 1, name }));
	const base = { ...view(id, `Board-${id}`), room, position: position++, relays: named };
	return { id, base, presence: { state: 'online' }, quantities };
}

function scene(id: string, ...members: [device: string, relay: number][]): SceneView {
	const all = members.map(([device, relay]) => ({ device, relay, on: true }));
	return { id, name: `Scene ${id}`, icon: 'light', kind: 'scene', members: all };
}

const HOUSE = () => [
	device('a', 'Kitchen', ['Light', 'Fan'], TEMPERATURE),
	device('b', 'Hall', ['Light']),
	device('c', 'Kitchen', ['Light'], TEMPERATURE),
	device('d', null, ['Pump']),
];
const WORDINGS = { apart: (name: string, mark: string) => `${name} (${mark})`, quantity: () => 'Temperature' };
const at = (layout: Partial<HomeLayout>, devices = HOUSE(), scenes: SceneView[] = []) =>
	homeOf(devices, scenes, { ...EMPTY_HOME, ...layout }, WORDINGS);
const keys = (tiles: readonly { key: string }[]) => tiles.map(({ key }) => key);
const names = (tiles: readonly { name: string }[]) => tiles.map(({ name }) => name);

describe('the tiles of a house', () => {
	it('are there for contacts and motion detectors, but not for wall switches', () => {
		const hall = device('a', 'Hall', ['Light'], TEMPERATURE);
		const inputs = [
			{ id: 1, name: 'Front door', kind: 'contact' as const },
			{ id: 2, name: 'Wall switch' },
			{ id: 3, name: 'Motion', kind: 'motion' as const },
		];
		const { rooms, favourites } = at({ favourites: ['input:a:3'] }, [{ ...hall, base: { ...hall.base, inputs } }]);
		expect(keys(rooms[0]!.tiles)).toEqual(['relay:a:1', 'input:a:1', 'input:a:3', 'reading:a:1:celsius']);
		expect(names(favourites)).toEqual(['Motion']);
	});

	it('stand by room in the order of the house, what is switched before what is read, without a room last', () => {
		const { rooms } = at({});
		expect(rooms.map(({ name, tiles }) => [name, keys(tiles)])).toEqual([
			['Kitchen', ['relay:a:1', 'relay:a:2', 'relay:c:1', 'reading:a:1:celsius', 'reading:c:1:celsius']],
			['Hall', ['relay:b:1']],
			[null, ['relay:d:1']],
		]);
	});

	it('have names that tell them apart from others of their room, and only there', () => {
		const [kitchen, hall] = at({}).rooms;
		expect(names(kitchen!.tiles)).toEqual(['Light (Board-a)', 'Fan', 'Light (Board-c)', 'Board-a', 'Board-c']);
		expect(names(hall!.tiles)).toEqual(['Light']);
	});

	it('what tells a relay apart has a line of its own, and is a reading’s whole name', () => {
		const [kitchen, hall] = at({}).rooms;
		const shown = [...kitchen!.tiles, ...hall!.tiles].map(({ title, mark }) => [title, mark]);
		expect(shown).toEqual([
			['Light', 'Board-a'],
			['Fan', undefined],
			['Light', 'Board-c'],
			['Board-a', undefined],
			['Board-c', undefined],
			['Light', undefined],
		]);
	});

	it('a device with nothing to show has none, and its room is not shown', () => {
		expect(at({}, [device('e', 'Shed', [])]).rooms).toEqual([]);
	});

	it('follow the order of whoever looks; what was never moved follows', () => {
		const { rooms } = at({ rooms: ['Hall'], order: ['reading:c:1:celsius', 'relay:a:2', 'relay:gone:1'] });
		expect(rooms.map(({ name }) => name)).toEqual(['Hall', 'Kitchen', null]);
		expect(keys(rooms[1]!.tiles).slice(0, 3)).toEqual(['reading:c:1:celsius', 'relay:a:2', 'relay:a:1']);
	});

	it('favourites are shown first as well, told apart by their rooms, and none that is gone', () => {
		const { favourites } = at({ favourites: ['relay:b:1', 'relay:x:1', 'relay:a:1'] });
		expect(names(favourites)).toEqual(['Light (Hall)', 'Light (Kitchen)']);
	});
});

describe('a scene', () => {
	it('of one room stands in it; of several, above the rooms, unless it is a favourite', () => {
		const scenes = [
			scene('one', ['a', 1], ['c', 1]),
			scene('two', ['a', 1], ['b', 1]),
			scene('three', ['b', 1], ['d', 1]),
		];
		const home = at({ favourites: ['scene:three'] }, HOUSE(), scenes);
		expect(keys(home.scenes)).toEqual(['scene:two']);
		expect(keys(home.rooms[0]!.tiles)).toContain('scene:one');
		expect(keys(home.favourites)).toEqual(['scene:three']);
	});
});

describe('a search', () => {
	it.each([
		['light kit', ['relay:a:1', 'relay:c:1']],
		['HALL', ['relay:b:1']],
		['board-c', ['relay:c:1', 'reading:c:1:celsius']],
		['temp kit', ['reading:a:1:celsius', 'reading:c:1:celsius']],
		['nothing', []],
	])('for “%s” finds %j', (text, expected) => {
		expect(found(at({}), text).rooms.flatMap(({ tiles }) => keys(tiles))).toEqual(expected);
	});
});

describe('columns', () => {
	const rooms = (...sizes: number[]) => sizes.map((size, name) => ({ name, tiles: Array.from({ length: size }) }));
	const shape = (columns: { name: number }[][]) => columns.map((column) => column.map(({ name }) => name));

	it('are filled where there is most room, the first room first', () => {
		expect(shape(columnsOf(rooms(8, 2, 2, 4), 2))).toEqual([[0], [1, 2, 3]]);
		expect(shape(columnsOf(rooms(1, 1, 1), 3))).toEqual([[0], [1], [2]]);
	});

	it('one column holds all, also where none was asked for', () => {
		expect(shape(columnsOf(rooms(3, 1), 0))).toEqual([[0, 1]]);
	});
});
