import { describe, expect, it } from 'vitest';
import { bounds, curve, notBefore, thin } from './series.ts';

const STEP_MS = 300_000;
const point = (step: number, mean: number): [number, number, number, number] => [
	step * STEP_MS,
	mean,
	mean - 1,
	mean + 2,
];

it('the first step of a device begins when it was added, later and older ones stay', () => {
	const since = 2 * STEP_MS + 1_000;
	const times = notBefore([point(0, 20), point(2, 21), point(3, 22)], STEP_MS, since).map(([at]) => at);
	expect(times).toEqual([0, since, 3 * STEP_MS]);
});

describe('a curve', () => {
	it('keeps every point, in seconds, with least and most', () => {
		const { rows, gaps } = curve([point(0, 20), point(1, 21)], STEP_MS);
		expect(rows).toEqual([
			[0, 300],
			[20, 21],
			[19, 20],
			[22, 23],
		]);
		expect(gaps).toEqual([]);
	});

	it('breaks at a gap and reports it, but not at a single late value', () => {
		const points = [point(0, 20), point(2, 21), point(10, 22)];
		const { rows, gaps } = curve(points, STEP_MS);
		expect(rows[1]).toEqual([20, 21, null, 22]);
		expect(rows[0]).toEqual([0, 600, 900, 3_000]);
		expect(gaps).toEqual([[points[1], points[2]]]);
	});

	it('finds its least and most points', () => {
		const points = [point(0, 20), point(1, 25), point(2, 15)];
		expect(curve(points, STEP_MS)).toMatchObject({ least: points[2], most: points[1] });
		expect(curve([], STEP_MS)).toMatchObject({ least: undefined, most: undefined });
	});
});

describe('a long curve', () => {
	const HOUR_MS = 3_600_000;
	const hourly = (hours: number) =>
		Array.from({ length: hours }, (_, hour): [number, number, number, number] => [
			hour * HOUR_MS,
			20 + (hour % 24),
			19 + (hour % 24),
			21 + (hour % 24),
		]);

	it('is not changed while it has few points', () => {
		const points = hourly(24);
		expect(thin(points, HOUR_MS)).toEqual({ points, stepMs: HOUR_MS });
		expect(thin([], HOUR_MS)).toEqual({ points: [], stepMs: HOUR_MS });
	});

	it.each([24 * 90, 24 * 730])('of %i hours is merged into whole days, and keeps its least and most', (hours) => {
		const { points, stepMs } = thin(hourly(hours), HOUR_MS);
		expect(points.length).toBeLessThanOrEqual(180);
		expect(stepMs % (24 * HOUR_MS)).toBe(0);
		expect(new Set(points.slice(0, -1).map(([, mean]) => mean))).toEqual(new Set([31.5]));
		expect(Math.min(...points.map(([, , least]) => least))).toBe(19);
		expect(Math.max(...points.map(([, , , most]) => most))).toBe(44);
	});

	it('keeps its gaps', () => {
		const points = hourly(24 * 90).filter(([at]) => at < 24 * 30 * HOUR_MS || at > 24 * 40 * HOUR_MS);
		const told = thin(points, HOUR_MS);
		expect(curve(told.points, told.stepMs).gaps).toHaveLength(1);
	});
});

describe('the bounds of a chart', () => {
	it.each([
		[18.7, 21.7, 2],
		[45, 60, 5],
		[20.01, 20.02, 2],
		[-12.3, -0.4, 2],
		[1_003, 1_019, 4],
	])('contain %d to %d and are round, as is their middle', (least, most, span) => {
		const [low, high] = bounds(least, most, span);
		expect(low).toBeLessThanOrEqual(least);
		expect(high).toBeGreaterThanOrEqual(most);
		expect(high - low).toBeGreaterThanOrEqual(span);
		expect(high - low).toBeLessThanOrEqual(Math.max(most - least, span) * 2.5);
		for (const value of [low, high, (low + high) / 2]) expect(value * 10).toBeCloseTo(Math.round(value * 10));
	});
});
