import { describe, expect, it } from 'vitest';
import { DriftingTemperature, READ_EVERY_MS } from './sensor.ts';

const random = (fraction: () => number) => ({ bytes: (length: number) => new Uint8Array(length), fraction });
/** Exactly in the middle: it stays where it is drawn to. */
const still = random(() => 0.5);

/** Reads for `ms`, as the board does; the times at which there was something to tell. */
function toldWithin(ms: number, sensor: DriftingTemperature): number[] {
	const told: number[] = [];
	for (let at = 0; at <= ms; at += READ_EVERY_MS) if (sensor.read(at) !== undefined) told.push(at);
	return told;
}

describe('DriftingTemperature', () => {
	it('tells its first reading', () => {
		expect(new DriftingTemperature(still).read(0)).toBe(21);
	});

	it('tells every 60 s where nothing changes', () => {
		expect(toldWithin(180_000, new DriftingTemperature(still))).toEqual([0, 60_000, 120_000, 180_000]);
	});

	it('tells at once when it moved by 0.1 °C', () => {
		let next = 0.5;
		const sensor = new DriftingTemperature(random(() => next));
		sensor.read(0);
		next = 1;
		expect(sensor.read(READ_EVERY_MS)).toBe(21.15);
	});

	it('adds up steps that are too small to tell by themselves', () => {
		let next = 0.5;
		const sensor = new DriftingTemperature(random(() => next));
		sensor.read(0);
		next = 0.7;
		expect(sensor.read(READ_EVERY_MS)).toBeUndefined();
		expect(sensor.read(2 * READ_EVERY_MS)).toBeCloseTo(21.12, 2);
	});

	it.each([0, 1])('stays a living room, wherever chance pulls it (%i)', (pull) => {
		const sensor = new DriftingTemperature(random(() => pull));
		for (let i = 0; i < 10_000; i++) sensor.read(i * READ_EVERY_MS);
		expect(Math.abs(sensor.tell(0) - 21)).toBeLessThan(8);
	});

	it('has its calibration in it, and tells a new one at once', () => {
		const sensor = new DriftingTemperature(still);
		expect(sensor.read(0, -1.5)).toBe(19.5);
		expect(sensor.read(READ_EVERY_MS, -1.5)).toBeUndefined();
		expect(sensor.read(2 * READ_EVERY_MS, 2)).toBe(23);
	});

	it('has two decimals', () => {
		let next = 0;
		const sensor = new DriftingTemperature(random(() => (next = (next + 0.37) % 1)));
		for (let i = 0; i < 20; i++) sensor.read(i * READ_EVERY_MS);
		expect(String(sensor.tell(0))).toMatch(/^\d\d(\.\d\d?)?$/);
	});
});
