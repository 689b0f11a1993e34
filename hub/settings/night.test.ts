import { describe, expect, it } from 'vitest';
import { zoneOffsets } from '../time/iana-zone.ts';
import { nightOf } from './night.ts';

const BERLIN = { latitude: 52.5, longitude: 13.375 };
const TROMSO = { latitude: 69.65, longitude: 18.96 };

const nightAt = (at: string, place: typeof BERLIN | null, timeZone = 'Europe/Berlin') => {
	const settings = { value: { timeZone, place, historyDays: 30 }, offsetAt: zoneOffsets(timeZone)! };
	const { from, to, bySun } = nightOf(settings, Date.parse(at));
	return [new Date(from).toISOString().slice(0, 16), new Date(to).toISOString().slice(0, 16), bySun];
};

describe('the night of a wall panel', () => {
	it('is from sunset to sunrise where the hub knows its place', () => {
		const winter = ['2027-01-10T15:14', '2027-01-11T07:13', true];
		for (const at of ['2027-01-10T08:00Z', '2027-01-10T15:14Z', '2027-01-11T00:30Z', '2027-01-11T07:12Z'])
			expect([at, nightAt(at, BERLIN)]).toEqual([at, winter]);
		expect(nightAt('2027-01-11T07:13Z', BERLIN)).toEqual(['2027-01-11T15:16', '2027-01-12T07:13', true]);
	});

	it('is from 22:00 to 06:00 of the house where no place is set', () => {
		const night = ['2027-01-10T21:00', '2027-01-11T05:00', false];
		for (const at of ['2027-01-10T05:00Z', '2027-01-10T21:00Z', '2027-01-11T04:59Z'])
			expect([at, nightAt(at, null)]).toEqual([at, night]);
		expect(nightAt('2027-01-10T04:59Z', null)).toEqual(['2027-01-09T21:00', '2027-01-10T05:00', false]);
		expect(nightAt('2027-01-10T12:00Z', null, 'Pacific/Auckland')).toEqual([
			'2027-01-10T09:00',
			'2027-01-10T17:00',
			false,
		]);
	});

	it('has the same hours where the sun neither sets nor rises', () => {
		expect(nightAt('2027-06-21T12:00Z', TROMSO)).toEqual(['2027-06-21T20:00', '2027-06-22T04:00', false]);
		expect(nightAt('2027-12-21T12:00Z', TROMSO)).toEqual(['2027-12-21T21:00', '2027-12-22T05:00', false]);
	});

	it('has the clock’s hours on the day on which summer time begins', () =>
		expect(nightAt('2027-03-28T00:30Z', null)).toEqual(['2027-03-27T21:00', '2027-03-28T04:00', false]));
});
