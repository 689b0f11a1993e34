import { describe, expect, it } from 'vitest';
import { fieldText, momentOf, momentOfField, wallTimeAt } from './zoned-time.ts';

const BERLIN = 'Europe/Berlin';
const iso = (at: number | undefined) => at !== undefined && new Date(at).toISOString();

describe('a time by the clocks of a zone', () => {
	it.each([
		['2026-11-29T18:00', BERLIN, '2026-11-29T17:00:00.000Z'],
		['2026-07-01T00:00', BERLIN, '2026-06-30T22:00:00.000Z'],
		['2026-11-29T18:00', 'Asia/Kathmandu', '2026-11-29T12:15:00.000Z'],
		['2026-11-29T18:00', 'Pacific/Auckland', '2026-11-29T05:00:00.000Z'],
		['2026-11-29T18:00', 'America/Los_Angeles', '2026-11-30T02:00:00.000Z'],
	])('%s in %s is %s, and back', (text, zone, moment) => {
		const at = momentOfField(text, zone);
		expect(iso(at)).toBe(moment);
		expect(fieldText(at!, zone)).toBe(text);
	});

	it('that comes twice in autumn is the first of the two', () => {
		expect(iso(momentOfField('2026-10-25T02:30', BERLIN))).toBe('2026-10-25T00:30:00.000Z');
	});

	it('that clocks skip in spring is an hour later on them', () => {
		const at = momentOfField('2026-03-29T02:30', BERLIN)!;
		expect(iso(at)).toBe('2026-03-29T01:30:00.000Z');
		expect(fieldText(at, BERLIN)).toBe('2026-03-29T03:30');
	});

	it('may have a day that is in the next month', () => {
		const date = { ...wallTimeAt(Date.UTC(2026, 10, 29, 12), BERLIN), day: 31, hour: 6, minute: 5 };
		expect(iso(momentOf(date, BERLIN))).toBe('2026-12-01T05:05:00.000Z');
	});

	it.each(['', '2026-11', 'tomorrow'])('of a field that holds %j is not known', (text) =>
		expect(momentOfField(text, BERLIN)).toBeUndefined(),
	);
});
