import { LIMITS } from '$protocol/dashboard/limits.ts';
import type { HomeLayout, TileKey } from '$protocol/dashboard/home.ts';

/** Adds a tile to the favourites, last, or takes it away. */
export function withFavourite(layout: HomeLayout, key: TileKey, wanted: boolean): HomeLayout {
	const others = layout.favourites.filter((one) => one !== key);
	return { ...layout, favourites: wanted ? [...others, key] : others };
}

/**
 * A list as it is shown, with one entry moved by so many places. At the end it stays as it is. `shown` are the keys in the
 * order of the page; the result holds them all.
 */
export function movedBy(shown: readonly string[], key: string, by: number): string[] {
	const from = shown.indexOf(key);
	const to = from + by;
	if (from < 0 || to < 0 || to >= shown.length) return [...shown];
	return movedTo(shown, key, by > 0 ? to + 1 : to);
}

/** The same, moved before the entry that is at `index` now. */
export function movedTo(shown: readonly string[], key: string, index: number): string[] {
	const from = shown.indexOf(key);
	const rest = shown.filter((one) => one !== key);
	const at = from >= 0 && from < index ? index - 1 : index;
	return [...rest.slice(0, at), key, ...rest.slice(at)];
}

/**
 * The order of all tiles after one room was sorted. Tiles of other rooms that were moved keep their order among
 * themselves, so that only this room changes. Of a house that is larger than the hub keeps, what was sorted first is
 * forgotten.
 */
export function withOrder(layout: HomeLayout, room: readonly TileKey[]): HomeLayout {
	const own = new Set(room);
	const others = layout.order.filter((key) => !own.has(key));
	return { ...layout, order: [...others, ...room].slice(-LIMITS.homeTiles) };
}
