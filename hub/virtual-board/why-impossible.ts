import { type Configure, SensorType } from '../../protocol/device_pb.ts';

/** What of a configuration a virtual board cannot do, in words; empty where it can do all. */
export function whyImpossible({ relays, inputs, sensors, schedules }: Configure): string {
	if (inputs.length > 0) return 'A virtual board has no inputs.';
	if (schedules.length > 0) return 'This board has no schedules.';
	if (sensors.some(({ type }) => type !== SensorType.VIRTUAL)) return 'A virtual board has only virtual sensors.';
	if (relays.some(({ id }) => id === 0)) return 'A relay has no number.';
	if (twice(relays.map(({ id }) => id))) return 'Two relays have the same number.';
	if (twice(sensors.map(({ id }) => id))) return 'Two sensors have the same number.';
	return twice(relays.map(({ pin }) => pin)) ? 'Two relays share a pin.' : '';
}

function twice(numbers: number[]): boolean {
	return new Set(numbers).size < numbers.length;
}
