import type { DevicePlan, InputPlan, SensorPlan, SensorType } from '../../../protocol/dashboard/plan.ts';
import { type Fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import { Feature } from '../../../protocol/device_pb.ts';
import { type Result, ok } from '../../base/result.ts';
import { findBoard } from '../../boards/catalogue.ts';
import { MORE_SENSORS } from '../../boards/sensors.ts';
import type { LiveDevice } from '../live-device.ts';

const hasFeature = ({ features }: LiveDevice) => ((features ?? 0) & Feature.MORE_SENSORS) !== 0;

/** Whether the firmware on the device's board knows this sensor. A board that was not heard yet is taken for an older one. */
function knowsSensor(device: LiveDevice, type: SensorType): boolean {
	return !MORE_SENSORS.has(type) || hasFeature(device);
}

/** The sensors that the board of a device and the firmware on it can read; undefined for a board that polls. */
export function readableSensors(device: LiveDevice): SensorType[] | undefined {
	return findBoard(device.record.board)?.sensors.filter((type) => knowsSensor(device, type));
}

/** Older firmware reads an addressed sensor as if it were the only one on its wire. */
const knows = (device: LiveDevice, { type, address }: SensorPlan) =>
	address === undefined ? knowsSensor(device, type) : hasFeature(device);

/** Older firmware would tell the end of motion at once. */
export const holdsMotion = ({ features }: LiveDevice): boolean => ((features ?? 0) & Feature.INPUT_KINDS) !== 0;

/** Older firmware would refuse the whole plan, or misread it. What is in its plan already may stay. */
export function checkReadable(device: LiveDevice, { sensors, inputs }: DevicePlan): Result<void, Fault> {
	const { record } = device;
	const isMotion = ({ kind }: InputPlan) => kind === 'motion';
	const isNewMotion = (input: InputPlan) =>
		isMotion(input) && !record.plan.inputs.some((one) => one.id === input.id && isMotion(one));
	const motion = holdsMotion(device) ? -1 : inputs.findIndex(isNewMotion);
	if (motion !== -1) return fieldFault(`inputs.${motion}.kind`, 'sensor-needs-newer-firmware', { device: record.name });
	const isKept = ({ id, type, address }: SensorPlan) =>
		record.plan.sensors.some((one) => one.id === id && one.type === type && one.address === address);
	const index = sensors.findIndex((sensor) => !knows(device, sensor) && !isKept(sensor));
	if (index === -1) return ok();
	return fieldFault(`sensors.${index}.type`, 'sensor-needs-newer-firmware', { device: record.name });
}
