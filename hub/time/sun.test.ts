import { describe, expect, it } from 'vitest';
import vectors from '../../protocol/vectors/sun.json' with { type: 'json' };
import { parsePosixTz } from './posix-tz.ts';
import { type Place, sunEventOf } from './sun.ts';

const MINUTE = 60_000;
const MINUTES_A_DAY = 1_440;
const TOLERANCE = 2 * MINUTE;
const day = (date: string) => Date.parse(date) / 86_400_000;
/** of standard time, hours to the east */
const UTC = 0;
const DENVER = -7;
const FAIRBANKS = -9;
const OSLO = 1;
const sunTimesOf = (hours: number, day: number, place: Place) => ({
	sunrise: sunEventOf('sunrise', day, place, hours * 60 * MINUTE),
	sunset: sunEventOf('sunset', day, place, hours * 60 * MINUTE),
});
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

/** An independent ephemeris, from 66 N to 66 S; firmware/core/tests holds the boards to the same file. */
it.each(vectors.cases)('every day of a year is within two minutes of an ephemeris: $name', (one) => {
	const { standardMs } = parsePosixTz(one.time_zone)!;
	const event = one.event === 'SUNRISE' ? 'sunrise' : 'sunset';
	const wrong = one.at.flatMap((expected, index): { date: number; off: number | null }[] => {
		const date = day(one.first_day) + index;
		const sun = sunEventOf(event, date, one, standardMs);
		if (expected === 'grazing') return [];
		if (expected === null || sun === undefined)
			return (expected === null) === (sun === undefined) ? [] : [{ date, off: null }];
		const due = date * MINUTES_A_DAY + Number(expected);
		const off = sun / MINUTE + one.minutes - due;
		return Math.abs(off) <= 2 ? [] : [{ date, off }];
	});
	expect(one.at.length).toBeGreaterThanOrEqual(365);
	expect(wrong).toEqual([]);
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
