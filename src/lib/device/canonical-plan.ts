import type { DevicePlan, SensorType } from '$protocol/dashboard/plan.ts';
import type { Unit } from '$protocol/dashboard/shapes.ts';
import { hasAddress } from '$protocol/dashboard/one-wire.ts';
import { CALIBRATED_UNITS, SENSOR_UNITS, TWO_PIN_SENSORS } from '$protocol/dashboard/sensor-types.ts';

export const hasTwoPins = (type: SensorType) => TWO_PIN_SENSORS.has(type);
export const unitsOf = (type: SensorType): readonly Unit[] => SENSOR_UNITS[type];
export type CalibratedUnit = (typeof CALIBRATED_UNITS)[number];
/** Those of its quantities that take an offset. */
export const calibratedUnitsOf = (type: SensorType) => CALIBRATED_UNITS.filter((unit) => unitsOf(type).includes(unit));

/** A normalised plan: values without effect are dropped, so that plans can be compared as JSON. */
export function canonical(plan: DevicePlan): DevicePlan {
	return {
		relays: plan.relays.map(
			({ id, name, icon, gpio, activeLow, powerOn, maxOnMs, pulseMs, interlockGroup, deadTimeMs, notInAllOff }) => ({
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
				...(notInAllOff && pulseMs === 0 ? { notInAllOff } : {}),
			}),
		),
		inputs: plan.inputs.map(({ id, name, gpio, mode, relay, activeLow, pullUp, debounceMs, kind, holdMs }) => ({
			id,
			name: name.trim(),
			gpio,
			mode,
			relay: mode === 'detached' ? null : relay,
			activeLow,
			pullUp,
			debounceMs,
			...(kind ? { kind } : {}),
			...(kind === 'motion' && holdMs ? { holdMs } : {}),
		})),
		sensors: plan.sensors.map(({ id, name, type, gpio, gpio2, address, calibration }) => ({
			id,
			...(name?.trim() ? { name: name.trim() } : {}),
			type,
			...(gpio === undefined || type === 'virtual' ? {} : { gpio }),
			...(gpio2 === undefined || !hasTwoPins(type) ? {} : { gpio2 }),
			...(address === undefined || !hasAddress({ type }) ? {} : { address }),
			calibration: Object.fromEntries(
				calibratedUnitsOf(type).flatMap((unit) => (calibration[unit] ? [[unit, calibration[unit]]] : [])),
			),
		})),
		schedules: plan.schedules.map(({ id, relay, on, weekdays, event, minutes, forMs, when, varyMinutes }) => ({
			id,
			relay,
			on,
			weekdays,
			event,
			minutes,
			forMs: on ? forMs : 0,
			when,
			varyMinutes: when === 'at-home' ? 0 : varyMinutes,
		})),
	};
}

export function isSamePlan(one: DevicePlan, other: DevicePlan): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
