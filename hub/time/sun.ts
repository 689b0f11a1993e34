const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 1_440;
const NOON_MINUTE = 720;
/** The earth turns by a degree in this time. */
const MINUTES_A_DEGREE = 4;
/** 2000-01-01 12:00 UTC, in days since 1970. */
const J2000_DAY = 10_957.5;
const DAYS_A_CENTURY = 36_525;
/** Zenith angle of the sun's centre when its upper edge is on the horizon: includes its radius and refraction. */
const ZENITH = 90.833;
/** The sun moves between noon and the event; the third iteration is exact to seconds. */
const ROUNDS = 3;

export interface Place {
	/** degrees, north positive */
	latitude: number;
	/** degrees, east positive */
	longitude: number;
}

export type SunEvent = 'sunrise' | 'sunset';

/**
 * When the sun rises or sets on a local date (days since 1970-01-01): Unix ms of a whole minute, undefined if it does
 * not. The event belongs to the date of its solar noon by standard time, so in a northern summer a sunset after
 * midnight belongs to the date before. `standardMs` is the standard time's distance from UTC.
 *
 * These are the equations of firmware/core/time/sun.cpp (NOAA's Solar Calculator, after Meeus), so that what the hub
 * shows is the minute at which its boards switch.
 */
export function sunEventOf(event: SunEvent, day: number, place: Place, standardMs: number): number | undefined {
	const { latitude, longitude } = place;
	const standard = Math.trunc(standardMs / MINUTE_MS);
	// The solar day whose mean noon falls on the date.
	const solarDay = Math.ceil(day + (MINUTES_A_DEGREE * longitude - NOON_MINUTE - standard) / MINUTES_A_DAY);
	const noon = solarDay * MINUTES_A_DAY + NOON_MINUTE - MINUTES_A_DEGREE * longitude;
	let minute = noon;
	let cosine = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const { declination, equationMinutes } = sunAt(minute);
		cosine =
			Math.cos(radians(ZENITH)) / (Math.cos(radians(latitude)) * Math.cos(declination)) -
			Math.tan(radians(latitude)) * Math.tan(declination);
		// If the sun does not reach the horizon, continue from noon or midnight: the last iteration decides.
		const hourAngle = degrees(Math.acos(Math.min(Math.max(cosine, -1), 1)));
		minute = noon - MINUTES_A_DEGREE * (event === 'sunrise' ? hourAngle : -hourAngle) - equationMinutes;
	}
	return Math.abs(cosine) <= 1 ? Math.floor(minute + 0.5) * MINUTE_MS : undefined;
}

function sunAt(utcMinute: number): { declination: number; equationMinutes: number } {
	const { sin, cos, tan } = Math;
	const t = (utcMinute / MINUTES_A_DAY - J2000_DAY) / DAYS_A_CENTURY;
	const meanLongitude = radians((280.46646 + t * (36_000.76983 + t * 0.0003032)) % 360);
	const anomaly = radians(357.52911 + t * (35_999.05029 - 0.0001537 * t));
	const eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
	const centre =
		sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
		sin(2 * anomaly) * (0.019993 - 0.000101 * t) +
		sin(3 * anomaly) * 0.000289;
	const node = radians(125.04 - 1_934.136 * t);
	const longitude = radians(degrees(meanLongitude) + centre - 0.00569 - 0.00478 * sin(node));
	const obliquity = radians(
		23.43929111 - t * (0.013004167 + t * (0.00000016389 - t * 0.0000005036)) + 0.00256 * cos(node),
	);
	const y = tan(obliquity / 2) ** 2;
	const equation =
		y * sin(2 * meanLongitude) -
		2 * eccentricity * sin(anomaly) +
		4 * eccentricity * y * sin(anomaly) * cos(2 * meanLongitude) -
		0.5 * y * y * sin(4 * meanLongitude) -
		1.25 * eccentricity * eccentricity * sin(2 * anomaly);
	return { declination: Math.asin(sin(obliquity) * sin(longitude)), equationMinutes: 4 * degrees(equation) };
}

function radians(degrees: number): number {
	return degrees * (Math.PI / 180);
}

function degrees(radians: number): number {
	return radians * (180 / Math.PI);
}
