import { describe, expect, it } from 'vitest';
import { Backoff } from './backoff.ts';

const random = (fraction: number) => ({ bytes: (length: number) => new Uint8Array(length), fraction: () => fraction });

describe('Backoff', () => {
	it('doubles from half a second to thirty seconds', () => {
		const backoff = new Backoff(random(1));
		expect(Array.from({ length: 9 }, () => backoff.afterLoss())).toEqual([
			500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
		]);
	});

	it('has full jitter, so that a house of boards does not come back at one moment', () => {
		expect(new Backoff(random(0)).afterLoss()).toBe(0);
		expect(new Backoff(random(0.5)).afterLoss()).toBe(250);
	});

	it('gets slower after refusals, up to ten minutes, and never hammers', () => {
		const backoff = new Backoff(random(0));
		const pauses = Array.from({ length: 14 }, () => backoff.afterRefusal());
		expect(pauses[0]).toBe(250);
		expect(pauses.at(-1)).toBe(300_000);
		expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
	});

	it('begins anew with a link that came about', () => {
		const backoff = new Backoff(random(1));
		for (let i = 0; i < 5; i++) backoff.afterLoss();
		backoff.reset();
		expect(backoff.afterLoss()).toBe(500);
	});
});
