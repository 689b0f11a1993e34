import { getTimes } from 'suncalc';
import { momentOf } from './local-time.ts';
import type { PosixZone } from './posix-tz.ts';

const NOON_MINUTE = 12 * 60;

export interface Place {
	/** degrees, north positive */
	latitude: number;
	/** degrees, east positive */
	longitude: number;
}

/** Unix ms; undefined where the sun does not rise or set on that day. */
export interface SunTimes {
	sunrise: number | undefined;
	sunset: number | undefined;
}

/**
 * Sunrise and sunset of a local date (days since 1970-01-01): those before and after the solar noon that is nearest to
 * 12:00 on the clock. So in a northern summer a sunset after midnight belongs to the day that ends with it. The sun's
 * upper edge is on a level horizon, with a refraction of 34′, as in the tables of NOAA and USNO.
 */
export function sunTimesOf(zone: PosixZone, day: number, { latitude, longitude }: Place): SunTimes {
	const { sunrise, sunset } = getTimes(new Date(momentOf(zone, day, NOON_MINUTE)), latitude, longitude);
	return { sunrise: sunrise?.getTime(), sunset: sunset?.getTime() };
}
