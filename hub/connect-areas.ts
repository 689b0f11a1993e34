import type { Logger } from 'pino';
import { placeChanged } from './devices/configure-device.ts';
import type { Devices } from './devices/devices.ts';
import { tellClock } from './devices/tell-clock.ts';
import type { Settings } from './settings/settings.ts';

/** What happens in one area and concerns another, which it does not know. */
export function connectAreas(areas: { devices: Devices; settings: Settings; log: Logger }): void {
	const { devices, settings, log } = areas;
	settings.events.on('SettingsChanged', ({ before, after }) => {
		if (before.timeZone === after.timeZone && JSON.stringify(before.place) === JSON.stringify(after.place)) return;
		if (before.timeZone !== after.timeZone) tellClock(devices);
		placeChanged(devices).catch((error: unknown) => log.error({ err: error }, 'boards could not be told of the place'));
	});
}
