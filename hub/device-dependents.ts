import type { Dependents } from './devices/dependents.ts';
import { dropGoneRelays } from './scenes/drop-gone-relays.ts';
import type { Scenes } from './scenes/scenes.ts';
import { onDeviceDeleted } from './updates/send-image.ts';
import type { Updates } from './updates/updates.ts';

/** Scenes refer to relays, and updates have devices in their queue. */
export function dependentsOn(scenes: Scenes, updates: Updates): Dependents {
	return {
		inTurn: (work) => scenes.inTurn(work),
		dropGoneRelays: (em, device, stays) => dropGoneRelays(scenes, em, device, stays),
		onDeviceDeleted: (device) => onDeviceDeleted(updates, device),
		onBoardReplaced: (device) => void updates.ended.delete(device),
	};
}
