import { join } from 'node:path';
import { Body, Observer, SearchAltitude, SearchHourAngle, SearchRiseSet } from 'astronomy-engine';
import { expect, it } from 'vitest';

// Makes protocol/vectors/sun.json with an ephemeris that neither board nor hub uses. `vitest run -u` writes the file.

const FILE = join(import.meta.dirname, 'sun.json');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FIRST_DAY = '2027-01-01';
const DAYS = 365;
/** The most time from the sun's noon to its rising or setting, in days: half a day, and a little more. */
const HALF_DAY = 0.52;
/**
 * Height of the sun's centre when its edge is on the horizon; how near to it the sun may turn back for both answers to
 * count.
 */
const HORIZON_DEGREES = -0.833;
const GRAZING_DEGREES = 0.05;

interface Place {
	name: string;
	latitude: number;
	longitude: number;
	zone: string;
	/** of standard time, minutes to the east */
	standard: number;
	/** of a schedule for the sunrise, and for the sunset */
	minutes: [number, number];
}

const place = (
	name: string,
	[latitude, longitude]: [number, number],
	[zone, standard]: [string, number],
	...minutes: [number, number]
): Place => ({ name, latitude, longitude, zone, standard, minutes });

const PLACES = [
	place('Dawson City', [64.06, -139.43], ['<-07>7', -420], 0, 0),
	place('Dawson City, with offsets', [64.06, -139.43], ['<-07>7', -420], -240, 120),
	place('Fairbanks', [64.84, -147.72], ['AKST9AKDT,M3.2.0,M11.1.0', -540], -180, 30),
	place('Reykjavik', [64.15, -21.94], ['GMT0', 0], 90, -90),
	place('Nuuk', [64.18, -51.74], ['<-02>2<-01>,M3.5.0/-1,M10.5.0/0', -120], 0, 0),
	place('Oulu', [65.01, 25.47], ['EET-2EEST,M3.5.0/3,M10.5.0/4', 120], -60, 60),
	place('66 N in Norway', [66, 13], ['CET-1CEST,M3.5.0,M10.5.0/3', 60], 0, 0),
	place('66 N in Canada', [66, -139.43], ['<-07>7', -420], 720, -720),
	place('66 S', [-66, 110.5], ['<+08>-8', 480], 0, 0),
	place('66 S, with offsets', [-66, 140], ['<+10>-10', 600], -720, 720),
	place('Ushuaia', [-54.8, -68.3], ['<-03>3', -180], 30, -30),
	place('London', [51.5, -0.13], ['GMT0BST,M3.5.0/1,M10.5.0', 0], 0, 0),
	place('Berlin', [52.52, 13.405], ['CET-1CEST,M3.5.0,M10.5.0/3', 60], -45, 240),
	place('Madrid', [40.42, -3.7], ['CET-1CEST,M3.5.0,M10.5.0/3', 60], 0, 180),
	place('Casablanca', [33.57, -7.59], ['UTC0<+01>,J73/2,J38/3', 0], 15, -15),
	place('Urumqi', [43.8, 87.6], ['<+08>-8', 480], 0, 240),
	place('Kathmandu', [27.7, 85.3], ['<+0545>-5:45', 345], 0, 0),
	place('Honolulu', [21.3, -157.86], ['HST10', -600], -10, 10),
	place('Quito', [-0.18, -78.47], ['<-05>5', -300], 0, 0),
	place('Apia', [-13.83, -171.77], ['<+13>-13', 780], 0, 0),
	place('Kiritimati', [1.87, -157.4], ['<+14>-14', 840], 120, -120),
	place('Lord Howe', [-31.55, 159.08], ['<+1030>-10:30<+11>-11,M10.1.0,M4.1.0', 630], 0, 0),
	place('Chatham', [-43.95, -176.56], ['<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45', 765], -5, 5),
	place('Sydney', [-33.87, 151.21], ['AEST-10AEDT,M10.1.0,M4.1.0/3', 600], 0, 300),
];

const FORMAT = [
	'When a schedule by the sun is due through the year 2027, as an independent ephemeris has it. protocol/README.md has the rules in words.',
	'Source: astronomy-engine 2.1.19 (MIT licence), https://github.com/cosinekitty/astronomy, its SearchRiseSet; made by protocol/vectors/sun.test.ts.',
	'case: place, POSIX time zone, event and minutes of a schedule as in device.proto. at: one entry for each date from first_day on: the minute at which the schedule of that date is due, counted from 00:00 UTC of the date; null where it is not; "grazing" where the sun turns round within 0.05 degrees of the horizon: then either is right.',
	'A board runs the schedule within 2 minutes of it, once, if the weekday of the date is in weekdays, and at no other time.',
];

it('is what the ephemeris says of every day of 2027, from 66 N to 66 S', async () => {
	const cases = PLACES.flatMap((place) =>
		(['SUNRISE', 'SUNSET'] as const).map((event, index) => {
			const minutes = place.minutes[index]!;
			const { latitude, longitude } = place;
			const name = `${place.name}: ${minutes} minutes from ${event.toLowerCase()}`;
			const at = Array.from({ length: DAYS }, (_, day) => dueOn(place, event, day, minutes));
			return { name, time_zone: place.zone, latitude, longitude, event, minutes, first_day: FIRST_DAY, at };
		}),
	);
	const lines = cases.map((one) => `\t\t${JSON.stringify(one)}`).join(',\n');
	const format = FORMAT.map((line) => `\t\t${JSON.stringify(line)}`).join(',\n');
	await expect(`{\n\t"format": [\n${format}\n\t],\n\t"cases": [\n${lines}\n\t]\n}\n`).toMatchFileSnapshot(FILE);
});

function dueOn(place: Place, event: 'SUNRISE' | 'SUNSET', day: number, minutes: number): number | null | 'grazing' {
	const observer = new Observer(place.latitude, place.longitude, 0);
	const utcMidnight = Date.parse(FIRST_DAY) + day * DAY_MS;
	const noon = SearchHourAngle(Body.Sun, observer, 0, new Date(utcMidnight - place.standard * MINUTE_MS)).time.date;
	const [direction, from] = event === 'SUNRISE' ? [1, noon.getTime() - HALF_DAY * DAY_MS] : [-1, noon.getTime()];
	const search = (degrees: number) =>
		SearchAltitude(Body.Sun, observer, direction, new Date(from), HALF_DAY, HORIZON_DEGREES + degrees);
	if ((search(GRAZING_DEGREES) === null) !== (search(-GRAZING_DEGREES) === null)) return 'grazing';
	const found = SearchRiseSet(Body.Sun, observer, direction, new Date(from), HALF_DAY);
	return found && Math.round((found.date.getTime() - utcMidnight) / MINUTE_MS) + minutes;
}
