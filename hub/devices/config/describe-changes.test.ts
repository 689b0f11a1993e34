import { describe, expect, it } from 'vitest';
import { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import { CHANGE_WORDS, tellChanges } from '../../../protocol/dashboard/change-words.ts';
import { describeChanges } from './describe-changes.ts';

const BEFORE = DevicePlan.parse({
	relays: [
		{ id: 1, name: 'Pump', gpio: 0, activeLow: false },
		{ id: 2, name: 'Valve', gpio: 1, activeLow: false },
	],
	inputs: [{ id: 1, name: 'Button', gpio: 5, mode: 'push-button', relay: 1 }],
	sensors: [{ id: 1, type: 'dht22', gpio: 7 }],
	schedules: [{ id: 1, relay: 1, on: true, weekdays: 127, event: 'time', minutes: 420 }],
});
const pin = (gpio: number | undefined) => (gpio === undefined ? undefined : `V${gpio}`);
const changed = (change: (plan: DevicePlan) => void) => {
	const after = structuredClone(BEFORE);
	change(after);
	return tellChanges(describeChanges(BEFORE, after, pin), CHANGE_WORDS).split('; ');
};

describe('the history of a device’s settings', () => {
	it('shows the old and the new value of everything that was changed', () => {
		expect(
			changed(({ relays, inputs, sensors, schedules }) => {
				Object.assign(relays[0]!, { name: 'Circulator', icon: 'pump', activeLow: true, powerOn: 'last' });
				Object.assign(relays[1]!, { gpio: 3, maxOnMs: 7_200_000, pulseMs: 500, interlockGroup: 2, deadTimeMs: 1_500 });
				Object.assign(inputs[0]!, { mode: 'follow', relay: 2, activeLow: false, pullUp: false, debounceMs: 50 });
				Object.assign(sensors[0]!, { type: 'sht3x', gpio2: 8, calibration: { celsius: -0.5 } });
				Object.assign(schedules[0]!, { weekdays: 33, event: 'sunset', minutes: -90, forMs: 1_200_000 });
			}),
		).toEqual([
			'Pump: name Pump → Circulator, icon plug → pump, logic positive → negative, power-on state off → as it was',
			'Valve: pin V1 → V3, longest on-time none → 2 h, pulse none → 500 ms, interlock group none → 2, dead time none → 1.5 s',
			'Button: mode push-button → follow, relay Pump → Valve, logic pulls low → pulls high, pull-up on → off, debounce time 30 ms → 50 ms',
			'Sensor 1: type dht22 → sht3x, second pin none → V8, calibration none → −0.5 °C',
			'Schedule 1: Pump on, every day at 07:00 → Circulator on for 20 min, Mon, Sat 1 h 30 min before sunset',
		]);
	});

	it('shows what was added, removed and reordered', () => {
		expect(
			changed((plan) => {
				plan.relays.reverse();
				plan.sensors = [];
				plan.schedules = [{ ...plan.schedules[0]!, id: 2, on: false, weekdays: 1 }];
			}),
		).toEqual([
			'Sensor 1 removed',
			'Schedule 1 removed: Pump on, every day at 07:00',
			'Schedule 2 added: Pump off, Mon at 07:00',
			'order of the relays',
		]);
	});
});
