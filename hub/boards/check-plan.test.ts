import { describe, expect, it } from 'vitest';
import { AddDevice, type AskedDevice } from '../../protocol/dashboard/pending.ts';
import type { DevicePlan, InputPlan } from '../../protocol/dashboard/plan.ts';
import { checkDevicePlan, checkPlan } from './check-plan.ts';
import { configureOf } from '../devices/config/encode-config.ts';

const input = (change: Partial<InputPlan>): InputPlan => ({
	id: 1,
	name: 'Switch',
	gpio: 4,
	mode: 'push-button',
	relay: 1,
	activeLow: true,
	pullUp: true,
	debounceMs: 30,
	...change,
});
const relay = (id: number, gpio: number) => ({ id, name: `Relay ${id}`, gpio, activeLow: false });
/** A DS18B20 on D2; `address` is a hex digit, of which its address is made. */
const thermometer = (id: number, address?: string) => ({
	id,
	type: 'ds18b20' as const,
	gpio: 4,
	...(address === undefined ? {} : { address: address.repeat(16) }),
});
function plan(change: Partial<AddDevice>): AskedDevice {
	const { relays, inputs, sensors, ...rest } = change;
	const wired = AddDevice.pick({ relays: true, inputs: true, sensors: true }).parse({
		relays: relays ?? [relay(1, 5)],
		inputs: inputs ?? [],
		sensors: sensors ?? [],
	});
	return { name: 'Pump', board: 'd1-mini', wifi: { ssid: 'home', password: 'long enough' }, ...rest, ...wired };
}

describe('checkPlan', () => {
	it('accepts a plan that the board can run', () => {
		expect(checkPlan(plan({})).ok).toBe(true);
	});

	it('accepts sensors on one wire that can be told apart', () => {
		const asked = plan({ sensors: [thermometer(1, 'a'), thermometer(2, 'b'), thermometer(3, 'c')] });
		expect(checkPlan(asked).ok).toBe(true);
		const { sensors } = configureOf({ revision: 1, plan: { ...asked, schedules: [] } });
		expect(sensors.map(({ address }) => Buffer.from(address).toString('hex')[0])).toEqual(['a', 'b', 'c']);
	});

	it.each([
		['a board that is not in the catalogue', { board: 'toaster' }, 'board', 'no-such-board'],
		['a Wi-Fi board without its network', { wifi: undefined }, 'wifi', 'needs-wifi'],
		['nothing to switch and nothing to read', { relays: [] }, 'relays', 'needs-a-part'],
		['a pin the board does not have', { relays: [relay(1, 33)] }, 'relays.0.gpio', 'no-such-pin'],
		['a pin that would keep the board from starting', { relays: [relay(1, 15)] }, 'relays.0.gpio', 'pin-refused'],
		['two relays on one pin', { relays: [relay(1, 5), relay(2, 5)] }, 'relays.1.gpio', 'pin-in-use'],
		['one relay id twice', { relays: [relay(1, 5), relay(1, 4)] }, 'relays.1.id', 'id-twice'],
		[
			'a sensor on a relay pin',
			{ sensors: [{ id: 1, type: 'dht22' as const, gpio: 5 }] },
			'sensors.0.gpio',
			'pin-in-use',
		],
		[
			'a sensor on a pin that would keep the board from starting',
			{ sensors: [{ id: 1, type: 'dht22' as const, gpio: 15 }] },
			'sensors.0.gpio',
			'pin-refused',
		],
		['a sensor without a pin', { sensors: [{ id: 1, type: 'dht22' as const }] }, 'sensors.0.gpio', 'choose-sensor-pin'],
		[
			'a sensor the board cannot read',
			{ sensors: [{ id: 1, type: 'virtual' as const }] },
			'sensors.0.type',
			'sensor-not-read',
		],
		[
			'a sensor on a pin that the chip cannot pull up',
			{ sensors: [{ id: 1, type: 'dht22' as const, gpio: 16 }] },
			'sensors.0.gpio',
			'pin-not-for-sensors',
		],
		[
			'two sensors on one wire without addresses',
			{ sensors: [thermometer(1), thermometer(2)] },
			'sensors.1.address',
			'sensors-not-told-apart',
		],
		[
			'two sensors on one wire with the same address',
			{ sensors: [thermometer(1, 'a'), thermometer(2, 'b'), thermometer(3, 'a')] },
			'sensors.2.address',
			'sensors-not-told-apart',
		],
		[
			'a sensor of another type on a wire, whatever its address',
			{ sensors: [thermometer(1, 'a'), { ...thermometer(2, 'b'), type: 'dht22' as const }] },
			'sensors.1.gpio',
			'pin-in-use',
		],
		[
			'a relay on the wire of two sensors',
			{ relays: [relay(1, 4)], sensors: [thermometer(1, 'a'), thermometer(2, 'b')] },
			'sensors.0.gpio',
			'pin-in-use',
		],
		[
			'a switch that floats on a pin without a pull-up',
			{ inputs: [input({ gpio: 16 })] },
			'inputs.0.pullUp',
			'pin-has-no-pull-up',
		],
		[
			'a switch that floats on GPIO34 of an ESP32',
			{ board: 'esp32-devkit', inputs: [input({ gpio: 34 })] },
			'inputs.0.pullUp',
			'pin-has-no-pull-up',
		],
	])('refuses %s', (_, change, field, kind) => {
		expect(checkPlan(plan(change))).toMatchObject({ ok: false, error: { kind, field } });
	});
});

describe('an input on a pin without a pull-up', () => {
	it('is accepted if its switch has a resistor of its own', () => {
		expect(checkPlan(plan({ inputs: [input({ gpio: 16, pullUp: false })] })).ok).toBe(true);
	});

	it('says in words what it needs', () => {
		expect(checkPlan(plan({ inputs: [input({ gpio: 16 })] }))).toMatchObject({
			error: { message: expect.stringContaining('Without a resistor of its own') },
		});
	});

	it('from an older hub is kept, but cannot move to another such pin or be added', () => {
		const { relays, sensors } = plan({ board: 'esp32-devkit' });
		const made = (...inputs: InputPlan[]): DevicePlan => ({ relays, sensors, inputs, schedules: [] });
		const kept = made(input({ gpio: 34 }));
		const check = (plan: DevicePlan) => checkDevicePlan('esp32-devkit', plan, { placeKnown: true, kept });
		expect(check(made(input({ gpio: 34, name: 'Other', debounceMs: 50 }))).ok).toBe(true);
		expect(check(made(input({ gpio: 34 }), input({ id: 2, gpio: 35 })))).toMatchObject({
			error: { field: 'inputs.1.pullUp' },
		});
		expect(check(made(input({ gpio: 35 })))).toMatchObject({ error: { field: 'inputs.0.pullUp' } });
	});

	it('from an older hub is sent without the pull-up that its pin does not have', () => {
		const { relays } = plan({ board: 'esp32-devkit' });
		const inputs = [input({ gpio: 34 }), input({ id: 2, gpio: 4 })];
		const { inputs: sent } = configureOf({
			board: 'esp32-devkit',
			revision: 1,
			plan: { relays, inputs, sensors: [], schedules: [] },
		});
		expect(sent.map(({ pullUp }) => pullUp)).toEqual([false, true]);
	});
});
