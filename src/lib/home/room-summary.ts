import type { Device } from '$lib/hub/device.svelte.ts';
import { staleSince } from '$lib/frame/as-of.ts';
import { homeWords } from '$words/home/home.ts';
import { readingBrief } from '$lib/words/format/readings.ts';
import { isOn } from './all-off.ts';
import type { Tile } from './tiles.ts';

const words = homeWords.sum;

/** "3 on · 21.4°", "All off · 1 away": at most two facts, and how many tiles there are where they are folded away. */
export function roomSummary(tiles: readonly Tile<Device>[], folded: boolean): string {
	const on = tiles.filter(isOn).length;
	const relays = tiles.filter(({ kind }) => kind === 'relay').length;
	const devices = new Set(tiles.flatMap((tile) => (tile.kind === 'scene' ? [] : [tile.device])));
	const away = [...devices].filter(({ presence }) => presence.state !== 'online').length;
	const facts = [
		...(folded ? [words.tiles(tiles.length)] : []),
		...(on > 0 ? [words.on(on)] : relays > 0 && away === 0 ? [words.allOff] : []),
		...(away > 0 ? [words.away(away)] : []),
		...temperatureOf(tiles),
	];
	return facts.slice(0, folded ? 3 : 2).join(' · ');
}

/** The first temperature in the room that is fresh. */
function temperatureOf(tiles: readonly Tile<Device>[]): string[] {
	for (const tile of tiles) {
		if (tile.kind !== 'reading' || tile.unit !== 'celsius') continue;
		const reading = tile.device.readings.find(({ sensor, unit }) => sensor === tile.sensor && unit === tile.unit);
		if (reading && reading.value !== null && staleSince(tile.device, reading) === undefined)
			return [readingBrief(reading.value, 'celsius')];
	}
	return [];
}
