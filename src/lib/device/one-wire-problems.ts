import type { SensorPlan } from '$protocol/dashboard/plan.ts';
import { areOnOneWire, areToldApart } from '$protocol/dashboard/one-wire.ts';
import { deviceWords } from '$words/device/device.ts';
import type { Problem } from './problem.ts';

/** Sensors on one pin whose addresses are not chosen, or chosen twice. */
export function oneWireProblems(sensors: SensorPlan[], labelOf: (gpio: number) => string): Problem[] {
	return sensors
		.filter((one) =>
			sensors.some((other) => other.id !== one.id && areOnOneWire(one, other) && !areToldApart(one, other)),
		)
		.map(({ id, gpio }) => ({
			part: 'sensors',
			id,
			field: 'address',
			message: deviceWords.sensors.address.choose(gpio === undefined ? '' : labelOf(gpio)),
		}));
}
