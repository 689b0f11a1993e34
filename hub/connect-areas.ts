import type { Logger } from 'pino';
import { placeChanged } from './devices/configure-device.ts';
import type { Devices } from './devices/devices.ts';
import { tellClock } from './devices/tell-clock.ts';
import { dropDeviceFromScenes } from './scenes/drop-device.ts';
import type { Scenes } from './scenes/scenes.ts';
import type { Settings } from './settings/settings.ts';

/** What happens in one area and concerns another, which it does not know. */
export function connectAreas(areas: { devices: Devices; scenes: Scenes; settings: Settings; log: Logger }): void {
	const { devices, scenes, settings, log } = areas;
	devices.events.on('DeviceRemoved', ({ id, by }) => {
		dropDeviceFromScenes(scenes, id, by).catch((error: unknown) =>
			log.error({ err: error, id }, 'a deleted device could not be taken out of its scenes'),
		);
	});
	settings.events.on('SettingsChanged', ({ before, after }) => {
		if (before.timeZone === after.timeZone && JSON.stringify(before.place) === JSON.stringify(after.place)) return;
		if (before.timeZone !== after.timeZone) tellClock(devices);
		placeChanged(devices).catch((error: unknown) => log.error({ err: error }, 'boards could not be told of the place'));
	});
}
