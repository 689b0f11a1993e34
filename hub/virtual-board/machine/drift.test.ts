import { describe, expect, it } from 'vitest';
import { Unit } from '../../../protocol/device_pb.ts';
import { Drift } from './drift.ts';

const random = (fraction: () => number) => ({ bytes: (length: number) => new Uint8Array(length), fraction });

/** The reading after ten thousand others. */
function settled(drift: Drift): number {
	for (let i = 0; i < 10_000; i++) drift.next();
	return drift.next();
}

describe('Drift', () => {
	it('stays at its normal value if chance does not move it', () => {
		const still = new Drift(
			random(() => 0.5),
			Unit.CELSIUS,
		);
		expect([still.next(), still.next(), settled(still)]).toEqual([21, 21, 21]);
	});

	it('moves in small steps', () => {
		let next = 0.5;
		const drift = new Drift(
			random(() => next),
			Unit.CELSIUS,
		);
		next = 1;
		expect(drift.next()).toBe(21.15);
	});

	it.each([
		[Unit.CELSIUS, 13, 29],
		[Unit.PERCENT, 20, 80],
		[Unit.LUX, 0, 650],
		[Unit.HECTOPASCAL, 990, 1_035],
	])('is plausible in every unit (%i), whatever chance does', (unit, low, high) => {
		for (const pull of [0, 1]) {
			const value = settled(
				new Drift(
					random(() => pull),
					unit,
				),
			);
			expect(value).toBeGreaterThan(low);
			expect(value).toBeLessThan(high);
		}
	});

	it('has two decimals', () => {
		let next = 0;
		const drift = new Drift(
			random(() => (next = (next + 0.37) % 1)),
			Unit.CELSIUS,
		);
		for (let i = 0; i < 20; i++) expect(String(drift.next())).toMatch(/^\d\d(\.\d\d?)?$/);
	});
});
