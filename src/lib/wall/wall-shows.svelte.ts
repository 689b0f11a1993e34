import { ALL_ROOMS, type WallShows } from './wall-tiles.ts';

const KEY = 'mooring-wall';

/** What this browser's wall panel shows. It is of the tablet and not of the person, who may have several walls. */
class WallChoice {
	current: WallShows = $state.raw(read());

	choose(shows: WallShows): void {
		this.current = shows;
		try {
			localStorage.setItem(KEY, JSON.stringify(shows));
		} catch {
			// Storage is unavailable: the choice lasts until the page is closed.
		}
	}
}

function read(): WallShows {
	try {
		return shownBy(JSON.parse(localStorage.getItem(KEY) ?? ''));
	} catch {
		return ALL_ROOMS;
	}
}

/** What was stored; all rooms if it cannot be read. */
export function shownBy(stored: unknown): WallShows {
	const { what, room } = (stored ?? {}) as { what?: unknown; room?: unknown };
	if (what === 'favourites') return { what };
	if (what === 'room' && typeof room === 'string') return { what, room };
	return ALL_ROOMS;
}

export const wallChoice = new WallChoice();
