import { describe, expect, it } from 'vitest';
import { Unit } from '../../protocol/device_pb.ts';
import { Drift } from './drift.ts';
import { READ_EVERY_MS } from './sensors.ts';

const random = (fraction: () => number) => ({ bytes: (length: number) => new Uint8Array(length), fraction });
/** Exactly in the middle: it stays where it is drawn to. */
const still = random(() => 0.5);

/** Reads for `ms`, as the board does; the times at which there was something to tell. */
function toldWithin(ms: number, sensor: Drift): number[] {
	const told: number[] = [];
	for (let at = 0; at <= ms; at += READ_EVERY_MS) if (sensor.read(at) !== undefined) told.push(at);
	return told;
}

describe('Drift', () => {
	it('tells its first reading', () => {
		expect(new Drift(still, Unit.CELSIUS).read(0)).toBe(21);
	});

	it.each([
		[20, 100],
		[-20, 0],
	])('keeps a humidity that is calibrated by %i between 0 and 100 %%', (offset, limit) => {
		const edge = new Drift(
			random(() => (offset > 0 ? 1 : 0)),
			Unit.PERCENT,
		);
		for (let at = 0; at < 100 * READ_EVERY_MS; at += READ_EVERY_MS) edge.read(at, 3 * offset);
		expect(edge.tell(0, 3 * offset)).toBe(limit);
	});

	it('tells every 60 s where nothing changes', () => {
		expect(toldWithin(180_000, new Drift(still, Unit.CELSIUS))).toEqual([0, 60_000, 120_000, 180_000]);
	});

	it('tells at once when it moved by 0.1 °C', () => {
		let next = 0.5;
		const sensor = new Drift(
			random(() => next),
			Unit.CELSIUS,
		);
		sensor.read(0);
		next = 1;
		expect(sensor.read(READ_EVERY_MS)).toBe(21.15);
	});

	it('adds up steps that are too small to tell by themselves', () => {
		let next = 0.5;
		const sensor = new Drift(
			random(() => next),
			Unit.CELSIUS,
		);
		sensor.read(0);
		next = 0.7;
		expect(sensor.read(READ_EVERY_MS)).toBeUndefined();
		expect(sensor.read(2 * READ_EVERY_MS)).toBeCloseTo(21.12, 2);
	});

	it.each([0, 1])('stays a living room, wherever chance pulls it (%i)', (pull) => {
		const sensor = new Drift(
			random(() => pull),
			Unit.CELSIUS,
		);
		for (let i = 0; i < 10_000; i++) sensor.read(i * READ_EVERY_MS);
		expect(Math.abs(sensor.tell(0) - 21)).toBeLessThan(8);
	});

	it.each([
		[Unit.PERCENT, 20, 80],
		[Unit.HECTOPASCAL, 990, 1_035],
	])('is plausible in every unit (%i), wherever chance pulls it', (unit, low, high) => {
		for (const pull of [0, 1]) {
			const sensor = new Drift(
				random(() => pull),
				unit,
			);
			for (let i = 0; i < 10_000; i++) sensor.read(i * READ_EVERY_MS);
			expect(sensor.tell(0)).toBeGreaterThan(low);
			expect(sensor.tell(0)).toBeLessThan(high);
		}
	});

	it('has its calibration in it, and tells a new one at once', () => {
		const sensor = new Drift(still, Unit.CELSIUS);
		expect(sensor.read(0, -1.5)).toBe(19.5);
		expect(sensor.read(READ_EVERY_MS, -1.5)).toBeUndefined();
		expect(sensor.read(2 * READ_EVERY_MS, 2)).toBe(23);
	});

	it('has two decimals', () => {
		let next = 0;
		const sensor = new Drift(
			random(() => (next = (next + 0.37) % 1)),
			Unit.CELSIUS,
		);
		for (let i = 0; i < 20; i++) sensor.read(i * READ_EVERY_MS);
		expect(String(sensor.tell(0))).toMatch(/^\d\d(\.\d\d?)?$/);
	});
});
