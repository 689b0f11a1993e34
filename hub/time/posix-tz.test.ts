import { describe, expect, it } from 'vitest';
import { offsetAt, parsePosixTz, transitionsOf } from './posix-tz.ts';

const HOUR = 3_600_000;
const zone = (text: string) => parsePosixTz(text)!;
const offsets = (text: string, ...times: string[]) =>
	times.map((time) => offsetAt(zone(text), Date.parse(time)) / HOUR);
const changes = (text: string, year: number) =>
	transitionsOf(zone(text), year)
		.map(({ at, offsetMs }) => `${new Date(at).toISOString().slice(0, 16)} ${offsetMs / HOUR}`)
		.sort();

describe('parsePosixTz', () => {
	it.each([
		['UTC0', 0],
		['EST5', -5],
		['<-03>3', -3],
		['<+0530>-5:30', 5.5],
		['XYZ+1:00:30', -1 - 30 / 3600],
	])('accepts %s, which has no summer time', (text, hours) => {
		expect(offsets(text, '2026-01-01', '2026-07-01')).toEqual([hours, hours]);
	});

	it.each([
		'',
		'Europe/Berlin',
		'CET',
		'AB1',
		'CET-1CEST,M3.5.0',
		'CET-25',
		'CET-1CEST,M13.1.0,M10.5.0',
		'CET-1CEST,M3.6.0,M10.5.0',
		'CET-1CEST,M3.5.7,M10.5.0',
		'CET-1CEST,J0,J365',
		'CET-1CEST,J366,J1',
		'CET-1CEST,366,1',
		'CET-1CEST,M3.5.0/168,M10.5.0',
		'CET-1CEST,M3.5.0/2:60,M10.5.0',
		'<+0>-1',
		':Europe/Berlin',
		'CET-1CEST,M3.5.0,M10.5.0 ',
	])('refuses "%s"', (text) => {
		expect(parsePosixTz(text)).toBeUndefined();
	});

	it('uses the days of the United States if none are given', () => {
		expect(changes('EST5EDT', 2026)).toEqual(['2026-03-08T07:00 -4', '2026-11-01T06:00 -5']);
	});
});

describe('offsetAt', () => {
	it('is summer time from its first to its last moment', () => {
		const text = 'CET-1CEST,M3.5.0,M10.5.0/3';
		expect(
			offsets(text, '2026-03-29T00:59:59.999Z', '2026-03-29T01:00Z', '2026-10-25T00:59:59.999Z', '2026-10-25T01:00Z'),
		).toEqual([1, 2, 2, 1]);
	});

	it('spans the turn of the year in the south', () => {
		const text = 'NZST-12NZDT,M9.5.0,M4.1.0/3';
		expect(
			offsets(text, '2025-12-31T23:59Z', '2026-01-01', '2026-04-04T13:59Z', '2026-04-04T14:00Z', '2026-07-01'),
		).toEqual([13, 13, 13, 12, 12]);
	});

	it('has a summer of another length than an hour, and one in winter', () => {
		expect(offsets('<+1030>-10:30<+11>-11,M10.1.0,M4.1.0', '2026-01-01', '2026-07-01')).toEqual([11, 10.5]);
		expect(offsets('IST-1GMT0,M10.5.0,M3.5.0/1', '2026-01-01', '2026-07-01')).toEqual([0, 1]);
	});

	it('may be summer for ever', () => {
		expect(offsets('EST5EDT,0/0,J365/25', '2026-01-01T05:00Z', '2026-07-01', '2026-12-31T23:00Z')).toEqual([
			-4, -4, -4,
		]);
	});
});

describe('transitionsOf', () => {
	it.each([
		['a last weekday', 'CET-1CEST,M3.5.0,M10.5.0/3', ['2026-03-29T01:00 2', '2026-10-25T01:00 1']],
		['hours beyond a day', 'IST-2IDT,M3.4.4/26,M10.5.0', ['2026-03-27T00:00 3', '2026-10-24T23:00 2']],
		['negative hours', '<-02>2<-01>,M3.5.0/-1,M10.5.0/0', ['2026-03-29T01:00 -1', '2026-10-25T01:00 -2']],
		['days that do not count February 29', 'AAA0BBB,J59/0,J60/0', ['2026-02-28T00:00 1', '2026-02-28T23:00 0']],
		['days that count from 0', 'AAA0BBB,58/0,59/0', ['2026-02-28T00:00 1', '2026-02-28T23:00 0']],
	])('knows %s', (_, text, expected) => {
		expect(changes(text, 2026)).toEqual(expected);
	});

	it('counts February 29 in days from 0 alone', () => {
		expect(changes('AAA0BBB,J60/0,J100/0', 2028)[0]).toBe('2028-03-01T00:00 1');
		expect(changes('AAA0BBB,59/0,100/0', 2028)[0]).toBe('2028-02-29T00:00 1');
	});
});
