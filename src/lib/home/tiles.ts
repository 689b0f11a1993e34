import type { DeviceView, InputView } from '$protocol/dashboard/devices.ts';
import type { HomeLayout, TileKey } from '$protocol/dashboard/home.ts';
import type { SceneView } from '$protocol/dashboard/scenes.ts';
import type { Unit } from '$protocol/dashboard/shapes.ts';
import { type Placed, byRoom, inOrder, plain } from '$lib/devices/arrangement.ts';
import { type ReadingWords, readingName } from '$lib/sensors/reading-name.ts';
import { tellApart } from '$lib/device/tell-apart.ts';

/**
 * What a tile shows. `name` is distinguishable from the other names beside it; `title` is that without the mark that tells
 * it apart, which then has a line of its own, so that it is never cut off.
 */
export type Tile<D> = {
	readonly key: TileKey;
	readonly name: string;
	readonly title: string;
	readonly mark?: string;
} & (
	| { readonly kind: 'relay'; readonly device: D; readonly relay: number }
	| {
			readonly kind: 'reading';
			readonly device: D;
			readonly sensor: number;
			readonly unit: Unit;
			readonly quantity: string;
	  }
	| { readonly kind: 'input'; readonly device: D; readonly input: number; readonly of: ShownInput }
	| { readonly kind: 'scene'; readonly scene: SceneView }
);

/** What an input tells; wall switches have no tile. */
export type ShownInput = NonNullable<InputView['kind']>;

/** The properties of a device that decide which tiles it has. */
export interface Tiled extends Placed {
	readonly base: Omit<Placed['base'], 'relays' | 'inputs'> &
		Pick<DeviceView, 'sensors'> & {
			relays: readonly { id: number; name: string }[];
			inputs: readonly Pick<InputView, 'id' | 'name' | 'kind'>[];
		};
	readonly quantities: readonly { sensor: number; unit: Unit }[];
}

/** `null`: tiles of devices without a room. */
export interface TileRoom<D> {
	readonly name: string | null;
	readonly tiles: readonly Tile<D>[];
}

export interface Home<D> {
	readonly favourites: readonly Tile<D>[];
	/** scenes and groups that belong to no single room and are no favourites */
	readonly scenes: readonly Tile<D>[];
	readonly rooms: readonly TileRoom<D>[];
}

/** An unnamed tile, with what may tell it apart from others of the same name. */
interface Draft<D> {
	tile: Tile<D>;
	room: string | null | undefined;
	marks: readonly (string | null)[];
}

/** All tiles of a house as one person has arranged them. */
export function homeOf<D extends Tiled>(
	devices: Iterable<D>,
	scenes: Iterable<SceneView>,
	layout: HomeLayout,
	wordings: ReadingWords,
): Home<D> {
	const rooms = byRoom(inOrder(devices));
	const roomOf = new Map(rooms.flatMap(({ name, devices }) => devices.map(({ id }) => [id, name] as const)));
	const ofDevices = rooms.flatMap(({ name, devices }) => devices.flatMap((device) => draftsOf(device, name, wordings)));
	const isReading = ({ tile }: Draft<D>) => tile.kind === 'reading' || tile.kind === 'input';
	// What is switched comes first.
	const drafts = [
		...ofDevices.filter((draft) => !isReading(draft)),
		...[...scenes].map((scene) => draftOf<D>(scene, roomOf)),
		...ofDevices.filter(isReading),
	];
	const named = (some: readonly Draft<D>[]): Tile<D>[] => {
		const marks = tellApart(
			some.map(({ tile, marks }) => ({ id: tile.key, name: tile.title, marks })),
			(_, mark) => mark,
		);
		return some.map(({ tile }) => {
			const mark = marks.get(tile.key)!;
			if (mark === tile.title) return tile;
			// The value says what a reading is of, so the mark is its name where there are several.
			if (tile.kind === 'reading') return { ...tile, name: mark, title: mark };
			return { ...tile, name: wordings.apart(tile.title, mark), mark };
		});
	};
	const placed = byPlaces(drafts, layout.order, ({ tile }) => tile.key);
	const inRoom = (room: string | null | undefined) => named(placed.filter((draft) => draft.room === room));
	const byKey = new Map(drafts.map((draft) => [draft.tile.key, draft]));
	return {
		// Beside tiles of other rooms, the room tells best which one it is.
		favourites: named(
			layout.favourites.flatMap((key) => {
				const found = byKey.get(key);
				return found ? [{ ...found, marks: [found.room ?? null, ...found.marks] }] : [];
			}),
		),
		scenes: inRoom(undefined).filter(({ key }) => !layout.favourites.includes(key)),
		rooms: byPlaces(rooms, layout.rooms, ({ name }) => name)
			.map(({ name }) => ({ name, tiles: inRoom(name) }))
			.filter(({ tiles }) => tiles.length > 0),
	};
}

function draftsOf<D extends Tiled>(device: D, room: string | null, wordings: ReadingWords): Draft<D>[] {
	const { id, base } = device;
	return [
		...base.relays.map((relay): Draft<D> => {
			const key = `relay:${id}:${relay.id}`;
			return {
				tile: { key, kind: 'relay', name: relay.name, title: relay.name, device, relay: relay.id },
				room,
				marks: [base.name, `${base.name} ${relay.id}`, base.code],
			};
		}),
		...base.inputs.flatMap(({ id: input, name, kind }): Draft<D>[] => {
			if (kind === undefined) return [];
			const key = `input:${id}:${input}`;
			return [
				{
					tile: { key, kind: 'input', name, title: name, device, input, of: kind },
					room,
					marks: [base.name, `${base.name} ${input}`, base.code],
				},
			];
		}),
		...device.quantities.map(({ sensor, unit }): Draft<D> => {
			const key = `reading:${id}:${sensor}:${unit}`;
			const of = readingName(device, sensor, unit, wordings);
			return {
				tile: { key, kind: 'reading', name: of, title: of, device, sensor, unit, quantity: of },
				room,
				marks: [base.name, `${base.name} ${sensor}`, base.code],
			};
		}),
	];
}

/** What switches relays of one room only is in that room. */
function draftOf<D>(scene: SceneView, roomOf: ReadonlyMap<string, string | null>): Draft<D> {
	const rooms = new Set(scene.members.map(({ device }) => roomOf.get(device)));
	const [room] = rooms;
	const { id, name } = scene;
	const tile: Tile<D> = { key: `scene:${id}`, kind: 'scene', name, title: name, scene };
	return { tile, room: rooms.size === 1 && room !== null ? room : undefined, marks: [] };
}

/** Those that were moved by hand first, in that order; then the others, as they were. */
function byPlaces<T>(all: readonly T[], moved: readonly (string | null)[], keyOf: (one: T) => string | null): T[] {
	const places = new Map(moved.map((key, place) => [key, place]));
	const placeOf = (one: T) => places.get(keyOf(one)) ?? Infinity;
	return [...all].sort((a, b) => {
		const [first, second] = [placeOf(a), placeOf(b)];
		return first === second ? 0 : first - second;
	});
}

/** The tiles whose own name, room or device contains every word of `text`. */
export function found<D extends Tiled>({ rooms, scenes }: Home<D>, text: string): Home<D> {
	const words = plain(text).split(/\s+/).filter(Boolean);
	const matches = (room: string | null) => (tile: Tile<D>) => {
		const own = tile.kind === 'scene' ? [] : [tile.device.base.name, tile.kind === 'reading' ? tile.quantity : ''];
		const all = plain([tile.name, room ?? '', ...own].join('\n'));
		return words.every((word) => all.includes(word));
	};
	return {
		favourites: [],
		scenes: scenes.filter(matches(null)),
		rooms: rooms
			.map(({ name, tiles }) => ({ name, tiles: tiles.filter(matches(name)) }))
			.filter(({ tiles }) => tiles.length > 0),
	};
}

/**
 * Which column each room stands in, by its number of tiles and not by whether it is folded, so that no other room moves
 * when one is folded. Each goes where there is most room left.
 */
export function columnsOf<R extends { tiles: readonly unknown[] }>(rooms: readonly R[], columns: number): R[][] {
	const all: { rooms: R[]; rows: number }[] = Array.from({ length: Math.max(1, columns) }, () => ({
		rooms: [],
		rows: 0,
	}));
	for (const room of rooms) {
		const least = all.reduce((best, column) => (column.rows < best.rows ? column : best));
		least.rooms.push(room);
		least.rows += HEADING_ROWS + Math.ceil(room.tiles.length / TILES_A_ROW);
	}
	return all.map(({ rooms }) => rooms);
}

const TILES_A_ROW = 2;
/** A heading and the space above it, in rows of tiles. */
const HEADING_ROWS = 0.8;
