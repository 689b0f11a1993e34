import type { SettingsView } from '../../protocol/dashboard/settings.ts';
import { type OffsetAt, localTimeAt, momentOf } from '../time/local-time.ts';
import { sunEventOf } from '../time/sun.ts';
import type { Settings } from './settings.ts';

const MINUTES_OF_AN_HOUR = 60;
const NOON_MINUTE = 12 * MINUTES_OF_AN_HOUR;

/** The settings as people see them, with today's sun; `now` is Unix ms. */
export function settingsView(settings: Settings, now: number): SettingsView {
	const { value, posixTimeZone, offsetAt } = settings;
	return { ...value, posixTimeZone, sun: value.place && sunOf(offsetAt, value.place, now) };
}

function sunOf(
	offsetAt: OffsetAt,
	place: { latitude: number; longitude: number },
	now: number,
): NonNullable<SettingsView['sun']> {
	const { day } = localTimeAt(offsetAt, now);
	const offsetMs = offsetAt(momentOf(offsetAt, day, NOON_MINUTE));
	const shown = (event: 'sunrise' | 'sunset') => clockAt(offsetAt, sunEventOf(event, day, place, offsetMs));
	return { sunrise: shown('sunrise'), sunset: shown('sunset') };
}

/** "06:41" */
function clockAt(offsetAt: OffsetAt, at: number | undefined): string | null {
	if (at === undefined) return null;
	const { minute } = localTimeAt(offsetAt, at);
	const digits = (value: number) => String(value).padStart(2, '0');
	return `${digits(Math.floor(minute / MINUTES_OF_AN_HOUR))}:${digits(minute % MINUTES_OF_AN_HOUR)}`;
}
