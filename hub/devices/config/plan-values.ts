import type { ChangedValue } from '../../../protocol/dashboard/changes.ts';
import type { InputPlan, RelayPlan, SchedulePlan, SensorPlan } from '../../../protocol/dashboard/plan.ts';
import type { Unit } from '../../../protocol/dashboard/shapes.ts';

/** How the values of a plan name what they refer to. */
export interface PlanNames {
	/** as printed on the board: "D1" */
	pin: (gpio: number | undefined) => string | undefined;
	relay: (id: number | null) => string | null;
}

/** `key`: of ChangeWords.keys, '' for a value that is the whole part */
export type Described = [key: string, value: ChangedValue][];

const NONE: ChangedValue = { word: 'none' };
const named = (text: string | null | undefined): ChangedValue =>
	text === null || text === undefined ? NONE : { text };
const time = (ms: number): ChangedValue => (ms === 0 ? NONE : { ms });
const word = (word: string): ChangedValue => ({ word });

export function relayValues(relay: RelayPlan, { pin }: PlanNames): Described {
	const { name, icon, gpio, activeLow, powerOn, maxOnMs, pulseMs, interlockGroup, deadTimeMs, notInAllOff } = relay;
	return [
		['name', { text: name }],
		['icon', word(icon)],
		['pin', named(pin(gpio))],
		['logic', word(activeLow ? 'negative' : 'positive')],
		['powerOn', word(powerOn)],
		['maxOn', time(maxOnMs)],
		['pulse', time(pulseMs)],
		['interlock', interlockGroup === 0 ? NONE : { text: String(interlockGroup) }],
		['deadTime', time(deadTimeMs)],
		['allOff', word(notInAllOff ? 'leftOut' : 'included')],
	];
}

export function inputValues(input: InputPlan, { pin, relay }: PlanNames): Described {
	const { name, gpio, mode, relay: id, activeLow, pullUp, debounceMs, kind = 'switch', holdMs = 0 } = input;
	return [
		['name', { text: name }],
		['pin', named(pin(gpio))],
		['mode', word(mode)],
		['relay', named(relay(id))],
		['logic', word(activeLow ? 'pullsLow' : 'pullsHigh')],
		['pullUp', word(pullUp ? 'on' : 'off')],
		['debounce', { ms: debounceMs }],
		['kind', word(kind)],
		['hold', time(holdMs)],
	];
}

export function sensorValues(
	{ name, type, gpio, gpio2, address, calibration }: SensorPlan,
	{ pin }: PlanNames,
): Described {
	const offsets = (Object.entries(calibration) as [Unit, number | undefined][]).flatMap(([unit, by]) =>
		by ? [{ unit, by }] : [],
	);
	return [
		['name', named(name)],
		['type', word(type)],
		['pin', named(pin(gpio))],
		['pin2', named(pin(gpio2))],
		['address', named(address)],
		['calibration', offsets.length > 0 ? { offsets } : NONE],
	];
}

/** A schedule is described as a whole, since its parts mean nothing alone. */
export function scheduleValues(schedule: SchedulePlan, { relay }: PlanNames): Described {
	const { relay: id, on, weekdays, event, minutes, forMs, when, varyMinutes } = schedule;
	return [['', { schedule: { relay: relay(id), on, weekdays, event, minutes, forMs, when, varyMinutes } }]];
}
