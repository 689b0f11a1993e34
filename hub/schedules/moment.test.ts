import { expect, it } from 'vitest';
import { PAUSE_FOREVER_AT } from '../../protocol/dashboard/limits.ts';
import { zoneOffsets } from '../time/iana-zone.ts';
import { momentAhead, wholeMinute } from './moment.ts';

const BERLIN = zoneOffsets('Europe/Berlin')!;
const NOW = Date.parse('2026-03-28T12:00:30Z');

it.each([
	['in winter', '2026-03-29T01:30', '2026-03-29T00:30:00.000Z'],
	['in summer', '2026-03-30T06:00', '2026-03-30T04:00:00.000Z'],
	['that clocks skip', '2026-03-29T02:30', '2026-03-29T01:00:00.000Z'],
	['that comes twice', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
])('a time %s is by the clocks of the household', (_, typed, expected) => {
	const moment = momentAhead(BERLIN, typed, 'until', NOW);
	expect(moment.ok && new Date(moment.value).toISOString()).toBe(expected);
});

it.each(['2026-02-30T06:00', '2026-13-01T06:00', '2026-04-01T24:00', '2026-04-01T06:60'])('%s is none', (typed) => {
	expect(momentAhead(BERLIN, typed, 'until', NOW)).toMatchObject({ error: { kind: 'no-moment', field: 'until' } });
});

it.each(['2026-03-28T13:00', '2020-01-01T00:00', '2037-01-01T00:00'])('%s is not ahead, or too far', (typed) => {
	expect(momentAhead(BERLIN, typed, 'from', NOW)).toMatchObject({ error: { kind: 'moment-out-of-range' } });
});

it('none is for ever, and a moment within a minute counts from the next one', () => {
	expect(momentAhead(BERLIN, null, 'until', NOW)).toEqual({ ok: true, value: PAUSE_FOREVER_AT });
	expect(wholeMinute(NOW)).toBe(NOW + 30_000);
	expect(wholeMinute(NOW + 30_000)).toBe(NOW + 30_000);
});
