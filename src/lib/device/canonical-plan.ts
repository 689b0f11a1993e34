import type { DevicePlan, SensorType } from '$protocol/dashboard/plan.ts';
import type { Unit } from '$protocol/dashboard/shapes.ts';
import { SENSOR_UNITS } from '$protocol/dashboard/limits.ts';

/** These speak I2C: they take two pins. */
const TWO_PINS: SensorType[] = ['sht3x', 'bme280'];

export const hasTwoPins = (type: SensorType) => TWO_PINS.includes(type);
export const unitsOf = (type: SensorType): readonly Unit[] => SENSOR_UNITS[type];

/** The same plan is always written the same: what does not count is left out, so that two plans can be compared. */
export function canonical(plan: DevicePlan): DevicePlan {
	return {
		relays: plan.relays.map(
			({ id, name, icon, gpio, activeLow, powerOn, maxOnMs, pulseMs, interlockGroup, deadTimeMs }) => ({
				id,
				name: name.trim(),
				icon,
				gpio,
				activeLow,
				powerOn,
				maxOnMs,
				pulseMs,
				interlockGroup,
				deadTimeMs: interlockGroup === 0 ? 0 : deadTimeMs,
			}),
		),
		inputs: plan.inputs.map(({ id, name, gpio, mode, relay, activeLow, pullUp, debounceMs }) => ({
			id,
			name: name.trim(),
			gpio,
			mode,
			relay: mode === 'detached' ? null : relay,
			activeLow,
			pullUp,
			debounceMs,
		})),
		sensors: plan.sensors.map(({ id, type, gpio, gpio2, calibration }) => ({
			id,
			type,
			...(gpio === undefined || type === 'virtual' ? {} : { gpio }),
			...(gpio2 === undefined || !hasTwoPins(type) ? {} : { gpio2 }),
			calibration: Object.fromEntries(
				unitsOf(type).flatMap((unit) => (calibration[unit] ? [[unit, calibration[unit]]] : [])),
			),
		})),
		schedules: plan.schedules.map(({ id, relay, on, weekdays, event, minutes, forMs }) => ({
			id,
			relay,
			on,
			weekdays,
			event,
			minutes,
			forMs: on ? forMs : 0,
		})),
	};
}

export function isSamePlan(one: DevicePlan, other: DevicePlan): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
