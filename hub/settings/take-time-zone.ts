import type { Actor } from '../base/actor.ts';
import type { Devices } from '../devices/devices.ts';
import { changeSettings } from './change-settings.ts';
import type { Settings } from './settings.ts';

/**
 * At set-up, the hub takes over the time zone of the new owner's browser. A zone that this hub does not know, or
 * cannot save, does not make the set-up fail: it can be chosen in Settings later.
 */
export async function takeTimeZone(
	settings: Settings,
	devices: Devices,
	timeZone: string | undefined,
	owner: Actor,
): Promise<void> {
	const { log } = settings.options;
	if (timeZone === undefined) return;
	try {
		const taken = await changeSettings(settings, devices, { timeZone }, owner);
		if (!taken.ok)
			log.warn({ timeZone }, 'set-up: the browser is in a time zone this hub does not know; choose one in Settings');
	} catch (error) {
		log.error({ err: error }, 'set-up: the time zone could not be saved; choose it in Settings');
	}
}
