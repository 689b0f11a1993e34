import { describe, expect, it } from 'vitest';
import { momentOf } from './local-time.ts';
import { parsePosixTz } from './posix-tz.ts';
import { type Place, sunTimesOf } from './sun.ts';

const MINUTE = 60_000;
const TOLERANCE = 2 * MINUTE;
const day = (date: string) => Date.parse(date) / 86_400_000;
const UTC = parsePosixTz('UTC0')!;
const DENVER = parsePosixTz('MST7MDT,M3.2.0,M11.1.0')!;
const FAIRBANKS = parsePosixTz('AKST9AKDT,M3.2.0,M11.1.0')!;
const OSLO = parsePosixTz('CET-1CEST,M3.5.0,M10.5.0/3')!;
const GREENWICH = { latitude: 51.4733, longitude: -0.0008 };
const GOLDEN = { latitude: 39.742476, longitude: -105.1786 };

/**
 * Published: timeanddate.com/sun/uk/london; Reda and Andreas, NREL/TP-560-34302, table A5.1, whose times belong to a day of
 * UTC, so that its sunset is that of the local day before.
 */
it.each([
	['2015-01-01', UTC, GREENWICH, '2015-01-01T08:06Z', '2015-01-01T16:01Z'],
	['2015-12-01', UTC, GREENWICH, '2015-12-01T07:43Z', '2015-12-01T15:55Z'],
	['2015-12-12', UTC, GREENWICH, '2015-12-12T07:56Z', '2015-12-12T15:51Z'],
	['2015-12-25', UTC, GREENWICH, '2015-12-25T08:05Z', '2015-12-25T15:55Z'],
	['2003-10-17', DENVER, GOLDEN, '2003-10-17T13:12:43Z', undefined],
	['2003-10-16', DENVER, GOLDEN, undefined, '2003-10-17T00:20:19Z'],
])('the sun of %s is within two minutes of the published table', (date, zone, place, sunrise, sunset) => {
	const sun = sunTimesOf(zone, day(date), place);
	const away = [sunrise && sun.sunrise! - Date.parse(sunrise), sunset && sun.sunset! - Date.parse(sunset)];
	const told = away.filter((ms) => typeof ms === 'number');
	expect(told.length).toBeGreaterThan(0);
	expect(told.filter((ms) => Math.abs(ms) >= TOLERANCE)).toEqual([]);
});

it('is within two minutes of the equations of the NOAA Solar Calculator, over the year and the inhabited earth', () => {
	let compared = 0;
	for (let latitude = -60; latitude <= 60; latitude += 10)
		for (const longitude of [-150, -74, 0, 13.4, 90, 175])
			for (let at = day('2026-01-01'); at < day('2027-01-01'); at += 13) {
				// A clock that goes by the place, as far as whole hours can.
				const zone = parsePosixTz(`<loc>${-Math.round(longitude / 15)}`)!;
				const expected = noaa(momentOf(zone, at, 720), { latitude, longitude });
				const sun = sunTimesOf(zone, at, { latitude, longitude });
				expect(Math.abs(sun.sunrise! - expected.sunrise)).toBeLessThan(TOLERANCE);
				expect(Math.abs(sun.sunset! - expected.sunset)).toBeLessThan(TOLERANCE);
				compared++;
			}
	expect(compared).toBeGreaterThan(2_000);
});

describe('in the far north', () => {
	const TROMSO = { latitude: 69.65, longitude: 18.96 };

	it.each(['2026-06-21', '2026-12-21'])('there is neither sunrise nor sunset on %s', (date) => {
		expect(sunTimesOf(OSLO, day(date), TROMSO)).toEqual({ sunrise: undefined, sunset: undefined });
	});

	it('a sunset after midnight belongs to the day it ends', () => {
		const { sunrise, sunset } = sunTimesOf(FAIRBANKS, day('2026-06-21'), { latitude: 64.84, longitude: -147.72 });
		expect(new Date(sunrise!).toISOString()).toMatch(/^2026-06-21T10:5/); // 02:57 on the clock
		expect(new Date(sunset!).toISOString()).toMatch(/^2026-06-22T08:4/); // 00:48 on the clock of the next day
	});
});

/** https://gml.noaa.gov/grad/solcalc/calcdetails.html, the columns of its spreadsheet, after Meeus. */
function noaa(noon: number, { latitude, longitude }: Place): { sunrise: number; sunset: number } {
	const rad = Math.PI / 180;
	const sin = (degrees: number) => Math.sin(degrees * rad);
	const cos = (degrees: number) => Math.cos(degrees * rad);
	const t = (noon / 86_400_000 + 2_440_587.5 - 2_451_545) / 36_525;
	const meanLongitude = (280.46646 + t * (36_000.76983 + t * 0.0003032)) % 360;
	const anomaly = 357.52911 + t * (35_999.05029 - 0.0001537 * t);
	const eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
	const centre =
		sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
		sin(2 * anomaly) * (0.019993 - 0.000101 * t) +
		sin(3 * anomaly) * 0.000289;
	const node = 125.04 - 1_934.136 * t;
	const apparent = meanLongitude + centre - 0.00569 - 0.00478 * sin(node);
	const obliquity = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60 + 0.00256 * cos(node);
	const declination = Math.asin(sin(obliquity) * sin(apparent)) / rad;
	const y = Math.tan((obliquity / 2) * rad) ** 2;
	const equationMinutes =
		(4 / rad) *
		(y * sin(2 * meanLongitude) -
			2 * eccentricity * sin(anomaly) +
			4 * eccentricity * y * sin(anomaly) * cos(2 * meanLongitude) -
			0.5 * y * y * sin(4 * meanLongitude) -
			1.25 * eccentricity * eccentricity * sin(2 * anomaly));
	const hourAngle =
		Math.acos(
			cos(90.833) / (cos(latitude) * cos(declination)) - Math.tan(latitude * rad) * Math.tan(declination * rad),
		) / rad;
	const days = (noon / MINUTE + 4 * longitude + equationMinutes - 720) / 1_440;
	const transit = (Math.round(days) * 1_440 + 720 - 4 * longitude - equationMinutes) * MINUTE;
	return { sunrise: transit - hourAngle * 4 * MINUTE, sunset: transit + hourAngle * 4 * MINUTE };
}
