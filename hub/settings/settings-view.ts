import type { SettingsView } from '../../protocol/dashboard.ts';
import { localTimeAt } from '../time/local-time.ts';
import { type PosixZone, parsePosixTz } from '../time/posix-tz.ts';
import { sunTimesOf } from '../time/sun.ts';
import type { Settings } from './settings.ts';

const MINUTES_OF_AN_HOUR = 60;

/** The settings as people see them, with today's sun; `now` is Unix ms. */
export function settingsView(settings: Settings, now: number): SettingsView {
	const { value, posixTimeZone } = settings;
	const zone = parsePosixTz(posixTimeZone);
	return { ...value, posixTimeZone, sun: value.place && zone ? sunOf(zone, value.place, now) : null };
}

function sunOf(zone: PosixZone, place: { latitude: number; longitude: number }, now: number): SettingsView['sun'] {
	const { sunrise, sunset } = sunTimesOf(zone, localTimeAt(zone, now).day, place);
	return { sunrise: clockAt(zone, sunrise), sunset: clockAt(zone, sunset) };
}

/** "06:41" */
function clockAt(zone: PosixZone, at: number | undefined): string | null {
	if (at === undefined) return null;
	const { minute } = localTimeAt(zone, at);
	const digits = (value: number) => String(value).padStart(2, '0');
	return `${digits(Math.floor(minute / MINUTES_OF_AN_HOUR))}:${digits(minute % MINUTES_OF_AN_HOUR)}`;
}
