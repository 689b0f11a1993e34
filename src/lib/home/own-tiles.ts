import type { Unit } from '$protocol/dashboard/shapes.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { words } from '$words/words.ts';
import { ownHome } from './own-home.svelte.ts';
import { type Home, homeOf } from './tiles.ts';

const wordings = {
	apart: words.devices.apart,
	quantity: (unit: Unit) => words.units[unit][1],
};

/** All tiles of the house that is open, as this person has arranged them. */
export function ownTiles(): Home<Device> {
	return homeOf(hub.devices.values(), hub.scenes.values(), ownHome.layout, wordings);
}
