import { describe, expect, it } from 'vitest';
import { hourOf, runTime } from './dates.ts';

const BERLIN = 'Europe/Berlin';
const at = (text: string) => Date.parse(text);

describe('the next run of a schedule', () => {
	// Clocks in Berlin go forward on Sunday, 29 March 2026, and back on Sunday, 25 October 2026.
	it.each([
		['this evening', '2026-04-15T19:33+02:00', '2026-04-15T12:00+02:00', 'today 19:33'],
		['at midnight', '2026-04-16T00:00+02:00', '2026-04-15T12:00+02:00', 'tomorrow 00:00'],
		['in five days', '2026-04-20T07:30+02:00', '2026-04-15T12:00+02:00', 'Mon 07:30'],
		['in a year', '2027-01-12T11:40+01:00', '2026-04-15T12:00+02:00', 'Jan 12 11:40'],
		['after a day of 23 hours', '2026-03-30T07:30+02:00', '2026-03-28T23:30+01:00', 'Mon 07:30'],
		['in a day of 23 hours', '2026-03-29T07:30+02:00', '2026-03-28T23:30+01:00', 'tomorrow 07:30'],
		['after a day of 25 hours', '2026-10-26T07:30+01:00', '2026-10-25T00:30+02:00', 'tomorrow 07:30'],
	])('%s', (_, run, now, told) => expect(runTime(at(run), BERLIN, at(now))).toBe(told));

	it('is shown in the given zone', () =>
		expect(runTime(at('2026-04-15T19:00Z'), 'Pacific/Auckland', at('2026-04-15T12:30Z'))).toBe('today 07:00'));
});

it('shows midnight as 00:00, not 24:00', () => expect(hourOf(new Date(2026, 3, 15, 0, 0).getTime())).toBe('00:00'));
