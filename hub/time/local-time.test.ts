import { describe, expect, it } from 'vitest';
import { type OffsetAt, localTimeAt, momentOf } from './local-time.ts';
import { offsetAt, parsePosixTz } from './posix-tz.ts';

function zone(text: string): OffsetAt {
	const parsed = parsePosixTz(text)!;
	return (at) => offsetAt(parsed, at);
}
const BERLIN = zone('CET-1CEST,M3.5.0,M10.5.0/3');
const AUCKLAND = zone('NZST-12NZDT,M9.5.0,M4.1.0/3');
const HAVANA = zone('CST5CDT,M3.2.0/0,M11.1.0/1');
const day = (date: string) => Date.parse(date) / 86_400_000;
const moment = (zone: OffsetAt, date: string, minute: number) =>
	new Date(momentOf(zone, day(date), minute)).toISOString().slice(0, 16);

describe('localTimeAt', () => {
	it('is the local date, weekday and minute', () => {
		const at = Date.parse('2026-07-05T22:30:59.999Z');
		expect(localTimeAt(BERLIN, at)).toEqual({ day: day('2026-07-06'), weekday: 0, minute: 30 });
		expect(localTimeAt(AUCKLAND, at)).toEqual({ day: day('2026-07-06'), weekday: 0, minute: 630 });
		expect(localTimeAt(HAVANA, at)).toEqual({ day: day('2026-07-05'), weekday: 6, minute: 1_110 });
	});

	it('works before 1970 too', () => {
		expect(localTimeAt(BERLIN, Date.parse('1969-12-30T23:00Z'))).toEqual({ day: -1, weekday: 2, minute: 0 });
	});
});

describe('momentOf', () => {
	it('is the inverse of localTimeAt, in winter and in summer', () => {
		expect(moment(BERLIN, '2026-01-05', 420)).toBe('2026-01-05T06:00');
		expect(moment(BERLIN, '2026-07-05', 420)).toBe('2026-07-05T05:00');
		expect(moment(AUCKLAND, '2026-01-05', 0)).toBe('2026-01-04T11:00');
	});

	it('is the moment of the change if the clock skips the minute', () => {
		for (const minute of [120, 150, 179, 180]) expect(moment(BERLIN, '2026-03-29', minute)).toBe('2026-03-29T01:00');
		expect(moment(BERLIN, '2026-03-29', 181)).toBe('2026-03-29T01:01');
		expect(moment(HAVANA, '2026-03-08', 0)).toBe('2026-03-08T05:00');
	});

	it('is the first of two moments if the clock shows the minute twice', () => {
		expect(moment(BERLIN, '2026-10-25', 150)).toBe('2026-10-25T00:30');
		expect(moment(BERLIN, '2026-10-25', 180)).toBe('2026-10-25T02:00');
	});

	it('returns every minute of a year', () => {
		for (let at = Date.parse('2026-01-01'); at < Date.parse('2027-01-01'); at += 17 * 60_000) {
			const { day, minute } = localTimeAt(BERLIN, at);
			const first = momentOf(BERLIN, day, minute);
			// One hour in October comes twice.
			expect([0, 3_600_000]).toContain(at - first);
			expect(localTimeAt(BERLIN, first)).toMatchObject({ day, minute });
		}
	});
});
