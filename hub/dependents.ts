import type { Dependents } from './devices/dependents.ts';
import { relaysGone } from './scenes/drop-gone-relays.ts';
import type { Scenes } from './scenes/scenes.ts';
import { deviceGone } from './updates/send-image.ts';
import type { Updates } from './updates/updates.ts';

/** Scenes have relays as members, and updates have devices in their queue. */
export function dependentsOn(scenes: Scenes, updates: Updates): Dependents {
	return {
		inTurn: (work) => scenes.inTurn(work),
		relaysGone: (em, device, stays) => relaysGone(scenes, em, device, stays),
		deviceGone: (device) => deviceGone(updates, device),
		boardReplaced: (device) => void updates.ended.delete(device),
	};
}
