import type { Logger } from 'pino';
import type { Claims } from './claims/claims.ts';
import { placeChanged } from './devices/config/configure-device.ts';
import { tellClock } from './devices/links/tell-clock.ts';
import { dropGoneRelays } from './scenes/drop-gone-relays.ts';
import type { Scenes } from './scenes/scenes.ts';
import type { Settings } from './settings/settings.ts';
import { deviceGone } from './updates/send-image.ts';
import type { Updates } from './updates/updates.ts';
import type { VirtualBoards } from './virtual-board/runner.ts';

interface Areas {
	claims: Claims;
	scenes: Scenes;
	settings: Settings;
	updates: Updates;
	player: VirtualBoards;
	log: Logger;
}

/** Nobody in particular: a board came by itself. */
const NOBODY = '';

/** Connects areas that must react to each other but do not know each other. */
export function connectAreas(areas: Areas): void {
	tellBoardsOfPlace(areas);
	forgetGone(areas);
}

function tellBoardsOfPlace({ claims, settings, log }: Areas): void {
	const { devices } = claims.options;
	settings.events.on('SettingsChanged', ({ before, after }) => {
		if (before.timeZone === after.timeZone && JSON.stringify(before.place) === JSON.stringify(after.place)) return;
		if (before.timeZone !== after.timeZone) tellClock(devices);
		placeChanged(devices).catch((error: unknown) => log.error({ err: error }, 'boards could not be told of the place'));
	});
}

/** Scenes, updates and played boards hear of devices, boards and relays that are gone. */
function forgetGone({ claims, scenes, updates, player, log }: Areas): void {
	const { devices } = claims.options;
	const drop = (id: string, by: string) =>
		dropGoneRelays(scenes, id, by).catch((error: unknown) =>
			log.error({ err: error, id }, 'relays that are gone could not be taken out of their scenes'),
		);
	const unplay = (id: string) =>
		player.remove(id).catch((error: unknown) => log.warn({ err: error, id }, 'a virtual board could not be removed'));

	devices.events.on('DeviceRemoved', ({ id, by }) => {
		void drop(id, by);
		deviceGone(updates, id);
		void unplay(id);
	});
	devices.events.on('ConfigChanged', ({ device, by }) => void drop(device.record.id, by));
	claims.events.on('PendingRemoved', ({ id, why }) => void (why !== 'claimed' && unplay(id)));
	claims.events.on('Claimed', ({ device, pending, by, macBefore }) => {
		const { id, mac } = device.record;
		void drop(id, by ?? NOBODY);
		if (macBefore === null) return;
		updates.ended.delete(id); // how an update of the board before went says nothing of this one
		player
			.handOver(pending, id, mac)
			.then((changed) => changed && devices.events.emit('DeviceChanged', { device }))
			.catch((error: unknown) => log.warn({ err: error, id }, 'a virtual board could not be handed over'));
	});
}
