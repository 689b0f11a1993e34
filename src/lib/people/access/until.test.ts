import { describe, expect, it } from 'vitest';
import { PRESETS } from '../invite/presets.ts';
import { untilMoment } from './until.ts';
import { fieldText, momentOfField } from './zoned-time.ts';

const ZONE = 'Europe/Berlin';
/** the end that is chosen at this time, both by the clocks of the zone */
const endFrom = (choose: (now: number, zone: string) => number, text: string) =>
	fieldText(choose(momentOfField(text, ZONE)!, ZONE), ZONE);

describe('the end of a guest’s access', () => {
	it.each([
		['tonight', '2026-11-29T20:15', '2026-11-29T23:59'],
		['tonight', '2026-11-29T00:30', '2026-11-29T23:59'],
		['sunday', '2026-11-25T20:15', '2026-11-29T18:00'],
		['sunday', '2026-11-29T09:00', '2026-11-29T18:00'],
		['sunday', '2026-11-29T18:00', '2026-12-06T18:00'],
		['month', '2026-11-29T20:15', '2026-12-29T23:59'],
		['month', '2026-12-31T20:15', '2027-01-31T23:59'],
		['month', '2027-01-31T20:15', '2027-02-28T23:59'],
	] as const)('%s, chosen at %s, is %s', (until, now, end) => expect(endFrom(untilMoment[until], now)).toBe(end));

	it.each([
		['babysitter', '2026-11-29T19:30', '2026-11-30T02:00'],
		['babysitter', '2026-11-29T01:10', '2026-11-29T02:00'],
		['neighbour', '2026-11-29T19:30', '2026-12-13T18:00'],
		['neighbour', '2026-10-20T19:30', '2026-11-03T18:00'],
	] as const)('of a %s invited at %s is %s', (preset, now, end) =>
		expect(endFrom((at, zone) => PRESETS[preset](at, zone).until, now)).toBe(end),
	);
});
