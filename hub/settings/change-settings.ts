import type { SettingsBody } from '../../protocol/dashboard/settings.ts';
import { type Fault, fieldFault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { sendAgain } from '../devices/config/configure-device.ts';
import type { Devices } from '../devices/devices.ts';
import { tellClock } from '../devices/links/tell-clock.ts';
import { Setting } from './stored-value.ts';
import type { Settings } from './settings.ts';
import { ianaName } from '../time/iana-zone.ts';

const LOCK = 'settings';

/** Changes the settings as a whole: in the database first, then in memory. Boards are sent a new time zone or place. */
export function changeSettings(
	settings: Settings,
	devices: Devices,
	wish: SettingsBody,
	by: Actor,
): Promise<Result<void, Fault>> {
	return settings.locks.run(LOCK, async () => {
		const timeZone = ianaName(wish.timeZone);
		if (!timeZone) return fieldFault('timeZone', 'no-such-time-zone', { timeZone: wish.timeZone });
		const before = settings.value;
		const place = samePlace(before.place, wish.place) ? before.place : wish.place;
		const after: SettingsBody = { timeZone, place, historyDays: wish.historyDays };
		const changed = (Object.keys(after) as (keyof SettingsBody)[]).filter((key) => after[key] !== before[key]);
		if (changed.length === 0) return ok();
		const rows = changed.map((key) => ({ key, value: JSON.stringify(after[key]) }));
		await settings.options.orm.em.fork().upsertMany(Setting, rows);
		settings.value = after;
		settings.events.emit('SettingsChanged', { before, after, by });
		if (after.timeZone !== before.timeZone) tellClock(devices);
		// Not awaited: every device is written in its own turn, and the settings are changed even if that fails.
		if (after.timeZone !== before.timeZone || !sameSun(after.place, before.place))
			void sendAgain(devices, [...devices.byId.values()]);
		return ok();
	});
}

type Place = SettingsBody['place'];

function samePlace(a: Place, b: Place): boolean {
	return sameSun(a, b) && a?.town?.name === b?.town?.name && a?.town?.country === b?.town?.country;
}

/** Boards know nothing of a place but its degrees. */
function sameSun(a: Place, b: Place): boolean {
	return a?.latitude === b?.latitude && a?.longitude === b?.longitude;
}
