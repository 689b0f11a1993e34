import { describe, expect, it } from 'vitest';
import { extendTo, pieces, totals } from './strip.ts';

const HOUR_MS = 3_600_000;
const spell = (state: 'online' | 'away' | 'offline' | 'unknown', from: number, to: number) => ({ state, from, to });

describe('the strip of a day', () => {
	it('gives every spell its share of the width', () => {
		expect(pieces([spell('online', 0, 18 * HOUR_MS), spell('offline', 18 * HOUR_MS, 24 * HOUR_MS)])).toEqual([
			{ state: 'online', x: 0, width: 216 },
			{ state: 'offline', x: 216, width: 72 },
		]);
	});

	it('shows a spell of a second 1.5 units wide, and shrinks the others', () => {
		const day = [spell('online', 0, 12 * HOUR_MS), spell('away', 12 * HOUR_MS, 12 * HOUR_MS + 1_000)];
		const shown = pieces([...day, spell('online', 12 * HOUR_MS + 1_000, 24 * HOUR_MS)]);
		expect(shown[1]!.width).toBe(1.5);
		expect(shown.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(288);
		expect(shown[2]!.x).toBeCloseTo(shown[0]!.width + 1.5);
	});

	it.each([2, 50, 191, 192, 193, 5_000])('fits %i spells of very different lengths into the strip', (count) => {
		let at = 0;
		const spells = Array.from({ length: count }, (_, index) => {
			const from = at;
			at += 1_000 + ((index * 7_919) % 13) ** 5;
			return spell(index % 2 ? 'away' : 'online', from, at);
		});
		const shown = pieces(spells);
		const least = Math.min(1.5, 288 / count);
		expect(shown.every(({ width }) => width >= least - 1e-9)).toBe(true);
		expect(shown.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(288);
	});

	it('is empty without spells', () => {
		expect(pieces([])).toEqual([]);
		expect(pieces([spell('online', 5, 5)])).toEqual([]);
	});

	it('adds up the time in each state', () => {
		expect(totals([spell('online', 0, 5), spell('away', 5, 7), spell('online', 7, 10)])).toEqual({
			online: 8,
			away: 2,
			offline: 0,
			unknown: 0,
			'not-yet': 0,
		});
	});

	it('extends the last spell, and drops spells older than a day', () => {
		const history = {
			from: 0,
			to: 100,
			spells: [spell('offline', 0, 10), spell('away', 10, 40), spell('online', 40, 100)],
		};
		expect(extendTo(history, 120)).toEqual([spell('away', 20, 40), spell('online', 40, 120)]);
		expect(extendTo(history, 100)).toEqual(history.spells);
	});
});
