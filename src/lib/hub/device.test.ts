import { describe, expect, it } from 'vitest';
import type { DeviceView, ReadingView, RelayView } from '../../../protocol/dashboard/devices.ts';
import { Device } from './device.svelte.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START = 500_000 * HOUR_MS;

function view(relays: number[], readings: ReadingView[] = []): DeviceView {
	return { id: 'd1', relays: relays.map((id) => ({ id }) as RelayView), readings } as DeviceView;
}

const measured = (at: number, value: number | null) =>
	({ type: 'reading', device: 'd1', sensor: 1, unit: 'celsius', value, at }) as const;

describe('Device', () => {
	it('keeps the object of a relay when a new view arrives, and drops a removed relay', () => {
		const device = new Device(view([1, 2]));
		const [first] = device.relays;
		device.take(view([1]));
		expect(device.relays).toEqual([first]);
		expect(device.relays[0]).toBe(first);
	});

	it('keeps one point for every five minutes of the last three hours', () => {
		const device = new Device(view([]));
		for (let at = START; at <= START + 5 * HOUR_MS; at += MINUTE_MS) device.takeReading(measured(at, 20));
		const { recent } = device.readings[0]!;
		expect(recent.length).toBeLessThanOrEqual(37);
		expect(recent[0]![0]).toBeGreaterThan(START + 2 * HOUR_MS);
		expect(recent.at(-1)).toEqual([START + 5 * HOUR_MS, 20]);
	});

	it('has no value but keeps its curve when a sensor is silent', () => {
		const device = new Device(view([]));
		device.takeReading(measured(START, 20));
		device.takeReading(measured(START + MINUTE_MS, null));
		expect(device.readings).toMatchObject([{ value: null, recent: [[START, 20]] }]);
	});

	it('keeps readings in their order when one of them changes', () => {
		const other = { sensor: 2, unit: 'percent', value: 40, at: START, recent: [] } as const;
		const device = new Device(
			view(
				[],
				[
					{ ...measured(START, 20), recent: [] },
					{ ...other, recent: [] },
				],
			),
		);
		device.takeReading(measured(START + MINUTE_MS, 21));
		expect(device.readings.map(({ unit, value }) => [unit, value])).toEqual([
			['celsius', 21],
			['percent', 40],
		]);
	});
});
