import type { Home, Tile, TileRoom } from '$lib/home/tiles.ts';

/** What a wall panel shows: all rooms, this person's favourites, or one room by its name. */
export type WallShows = { what: 'rooms' | 'favourites' } | { what: 'room'; room: string };

export const ALL_ROOMS: WallShows = { what: 'rooms' };

export interface WallTiles<D> {
	/** `id`: of its heading; `room`: null for devices without a room */
	rooms: readonly (TileRoom<D> & { id: string; kind: 'room' | 'favourites' | 'scenes' })[];
	/** beside the clock */
	scenes: readonly Tile<D>[];
}

/** So many scenes have room beside the clock. More of them are a block among the rooms. */
const SCENES_BESIDE = 3;

/** The tiles of a wall panel. What was chosen and is not there any more shows all rooms, so that the wall is never empty for that. */
export function wallTiles<D>(home: Home<D>, shows: WallShows): WallTiles<D> {
	const { favourites, scenes, rooms } = home;
	const all = rooms.map((room, at) => ({ ...room, id: `wall-room-${at + 1}`, kind: 'room' as const }));
	if (shows.what === 'favourites' && favourites.length > 0)
		return { rooms: [{ id: 'wall-favourites', kind: 'favourites', name: null, tiles: favourites }], scenes: [] };
	const chosen = shows.what === 'room' ? all.filter(({ name }) => name === shows.room) : [];
	if (chosen.length > 0) return { rooms: chosen, scenes: [] };
	if (scenes.length <= SCENES_BESIDE) return { rooms: all, scenes };
	return { rooms: [{ id: 'wall-scenes', kind: 'scenes', name: null, tiles: scenes }, ...all], scenes: [] };
}
