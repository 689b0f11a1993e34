import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type PosixZone, offsetAt, parsePosixTz, transitionsOf } from './posix-tz.ts';
import { zoneNames, zoneToPosix } from './zone-to-posix.ts';

/** Debian's tzdata, or any other: the last line of a file (RFC 8536) says what holds for good. */
const TZ_DATABASE = '/usr/share/zoneinfo';
const YEARS = [2026, 2027, 2028, 2029, 2030, 2031, 2032];

/** The offsets and changes of a zone, to compare two strings; their names do not matter. */
function clockOf(zone: PosixZone | undefined): unknown {
	if (!zone) return undefined;
	const changes = YEARS.flatMap((year) => transitionsOf(zone, year)).sort((a, b) => a.at - b.at);
	return [offsetAt(zone, Date.UTC(2026, 0)), ...changes];
}

it.each([
	['Africa/Cairo', '<+02>-2<+03>,M4.5.5/0,M10.5.4/24'],
	['Africa/Johannesburg', '<+02>-2'],
	['Africa/Lagos', '<+01>-1'],
	['America/Argentina/Buenos_Aires', '<-03>3'],
	['America/Chicago', '<-06>6<-05>,M3.2.0,M11.1.0'],
	['America/Los_Angeles', '<-08>8<-07>,M3.2.0,M11.1.0'],
	['America/New_York', '<-05>5<-04>,M3.2.0,M11.1.0'],
	['America/Nuuk', '<-02>2<-01>,M3.5.0/-1,M10.5.0/0'],
	['America/Phoenix', '<-07>7'],
	['America/Santiago', '<-04>4<-03>,M9.1.6/24,M4.1.6/24'],
	['America/Sao_Paulo', '<-03>3'],
	['America/St_Johns', '<-0330>3:30<-0230>,M3.2.0,M11.1.0'],
	['Antarctica/Troll', 'UTC0<+02>-2,M3.5.0/1,M10.5.0/3'],
	['Asia/Jerusalem', '<+02>-2<+03>,M3.4.4/26,M10.5.0'],
	['Asia/Kathmandu', '<+0545>-5:45'],
	['Asia/Kolkata', '<+0530>-5:30'],
	['Asia/Tokyo', '<+09>-9'],
	['Australia/Lord_Howe', '<+1030>-10:30<+11>-11,M10.1.0,M4.1.0'],
	['Australia/Sydney', '<+10>-10<+11>,M10.1.0,M4.1.0/3'],
	['Europe/Berlin', '<+01>-1<+02>,M3.5.0,M10.5.0/3'],
	['Europe/Dublin', 'UTC0<+01>,M3.5.0/1,M10.5.0'],
	['Europe/London', 'UTC0<+01>,M3.5.0/1,M10.5.0'],
	['Europe/Moscow', '<+03>-3'],
	['Pacific/Auckland', '<+12>-12<+13>,M9.5.0,M4.1.0/3'],
	['UTC', 'UTC0'],
])('writes %s as %s', (name, posix) => {
	expect(zoneToPosix(name)).toBe(posix);
});

it('is undefined for names that are not zones', () => {
	expect(['', 'Europe/Atlantis', 'CET-1CEST', 'x y'].map(zoneToPosix)).toEqual([
		undefined,
		undefined,
		undefined,
		undefined,
	]);
});

it('writes every one of hundreds of zones as a string that a board can read', () => {
	const names = zoneNames();
	expect(names.length).toBeGreaterThan(400);
	expect(new Set(names).size).toBe(names.length);
	expect(names).toContain('Europe/Berlin');
	expect(names.filter((name) => !parsePosixTz(zoneToPosix(name)!))).toEqual([]);
});

it.runIf(existsSync(TZ_DATABASE))('writes every zone as the tz database of this machine does', () => {
	const wrong = zoneNames().filter((name) => {
		if (!existsSync(`${TZ_DATABASE}/${name}`)) return false;
		const published = readFileSync(`${TZ_DATABASE}/${name}`, 'latin1').trimEnd().split('\n').at(-1)!;
		return (
			JSON.stringify(clockOf(parsePosixTz(zoneToPosix(name)!))) !== JSON.stringify(clockOf(parsePosixTz(published)))
		);
	});
	expect(wrong).toEqual([]);
	expect(zoneNames().filter((name) => existsSync(`${TZ_DATABASE}/${name}`)).length).toBeGreaterThan(400);
});
