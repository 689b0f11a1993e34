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

/**
 * Changes the settings that are wished for: in the database first, then in memory. Boards are sent a new time zone or place.
 * `proved`: whoever asks has proved again who they are. Without it a shorter history is refused with `password-needed`: what is
 * deleted does not come back, and the history is what tells of an intruder.
 */
export function changeSettings(
	settings: Settings,
	devices: Devices,
	wish: Partial<SettingsBody>,
	by: Actor,
	proved = false,
): Promise<Result<void, Fault>> {
	return settings.locks.run(LOCK, async () => {
		const before = settings.value;
		const { timeZone: zone = before.timeZone, place: at = before.place, historyDays = before.historyDays } = wish;
		// In the same turn as the change: by now somebody else may have made the days more.
		if (historyDays < before.historyDays && !proved) return fieldFault('current', 'password-needed');
		const timeZone = ianaName(zone);
		if (!timeZone) return fieldFault('timeZone', 'no-such-time-zone', { timeZone: zone });
		const place = samePlace(before.place, at) ? before.place : at;
		const after: SettingsBody = { timeZone, place, historyDays };
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
