import type { DevicePlan } from '../../protocol/dashboard/plan.ts';
import type { DeviceRecord } from '../devices/live-device.ts';
import type { RegistrationRecord } from './entities.ts';

/**
 * The plan of a device whose board is replaced: all settings stay. If the new board is of another kind, pins and
 * logic are taken from its own firmware, and relays that it does not wire are removed.
 */
export function planInPlace(
	{ board, plan }: Pick<DeviceRecord, 'board' | 'plan'>,
	registration: Pick<RegistrationRecord, 'board' | 'plan'>,
): DevicePlan {
	if (registration.board === board) return plan;
	const wired = registration.plan;
	const relays = plan.relays.flatMap((relay) => {
		const there = wired.relays.find(({ id }) => id === relay.id);
		return there ? [{ ...relay, gpio: there.gpio, activeLow: there.activeLow }] : [];
	});
	const added = wired.relays.filter(({ id }) => !plan.relays.some((relay) => relay.id === id));
	return {
		relays: [...relays, ...added],
		inputs: wired.inputs,
		sensors: wired.sensors.map((sensor) => ({
			...sensor,
			calibration: plan.sensors.find(({ id, type }) => id === sensor.id && type === sensor.type)?.calibration ?? {},
		})),
		schedules: plan.schedules.filter(({ relay }) => [...relays, ...added].some(({ id }) => id === relay)),
	};
}
