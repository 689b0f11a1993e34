import type { InputPlan, RelayPlan, SchedulePlan, SensorPlan } from '../../../protocol/dashboard/plan.ts';
import type { Unit } from '../../../protocol/dashboard/shapes.ts';

const SECOND_MS = 1_000;
const PARTS: [ms: number, sign: string][] = [
	[24 * 3_600_000, 'd'],
	[3_600_000, 'h'],
	[60_000, 'min'],
	[SECOND_MS, 's'],
];
const MINUTES_OF_AN_HOUR = 60;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const EVERY_DAY = 127;
const SIGNS: Record<Unit, string> = { celsius: '°C', percent: '%', hectopascal: 'hPa' };
const POWER_ON: Record<RelayPlan['powerOn'], string> = { off: 'off', on: 'on', last: 'as it was' };

/** What the values of a plan are called in the log. */
export interface PlanNames {
	/** as printed on the board: "D1" */
	pin: (gpio: number | undefined) => string;
	relay: (id: number | null) => string;
}

export type Described = [label: string, value: string][];

export function relayValues(relay: RelayPlan, { pin }: PlanNames): Described {
	const { name, icon, gpio, activeLow, powerOn, maxOnMs, pulseMs, interlockGroup, deadTimeMs } = relay;
	return [
		['name', name],
		['icon', icon],
		['pin', pin(gpio)],
		['logic', activeLow ? 'negative' : 'positive'],
		['power-on state', POWER_ON[powerOn]],
		['longest on-time', durationOr('none', maxOnMs)],
		['pulse', durationOr('none', pulseMs)],
		['interlock group', interlockGroup === 0 ? 'none' : String(interlockGroup)],
		['dead time', durationOr('none', deadTimeMs)],
	];
}

export function inputValues(input: InputPlan, { pin, relay }: PlanNames): Described {
	const { name, gpio, mode, relay: id, activeLow, pullUp, debounceMs } = input;
	return [
		['name', name],
		['pin', pin(gpio)],
		['mode', mode],
		['relay', relay(id)],
		['logic', activeLow ? 'pulls low' : 'pulls high'],
		['pull-up', pullUp ? 'on' : 'off'],
		['debounce time', `${debounceMs} ms`],
	];
}

export function sensorValues({ type, gpio, gpio2, calibration }: SensorPlan, { pin }: PlanNames): Described {
	const offsets = (Object.entries(calibration) as [Unit, number | undefined][]).flatMap(([unit, offset]) =>
		offset ? [`${offset > 0 ? '+' : '−'}${Math.abs(offset)} ${SIGNS[unit]}`] : [],
	);
	return [
		['type', type],
		['pin', pin(gpio)],
		['second pin', pin(gpio2)],
		['calibration', offsets.join(', ') || 'none'],
	];
}

/** "Pump on for 20 min, Mon, Tue at 07:30": a schedule is described as a whole, since its parts mean nothing alone. */
export function scheduleValues(schedule: SchedulePlan, { relay }: PlanNames): Described {
	const { relay: id, on, weekdays, event, minutes, forMs } = schedule;
	const days = weekdays === EVERY_DAY ? 'every day' : WEEKDAYS.filter((_, day) => weekdays & (1 << day)).join(', ');
	const distance = Math.abs(minutes);
	const beforeOrAfter = `${duration(distance * 60 * SECOND_MS)} ${minutes < 0 ? 'before' : 'after'} ${event}`;
	const digits = (value: number) => String(value).padStart(2, '0');
	const clock = `${digits(Math.floor(distance / MINUTES_OF_AN_HOUR))}:${digits(distance % MINUTES_OF_AN_HOUR)}`;
	const when = event === 'time' ? `at ${clock}` : minutes === 0 ? `at ${event}` : beforeOrAfter;
	return [
		['', `${relay(id)} ${on ? 'on' : 'off'}${on && forMs > 0 ? ` for ${duration(forMs)}` : ''}, ${days} ${when}`],
	];
}

const durationOr = (none: string, ms: number) => (ms === 0 ? none : duration(ms));

/** "2 h 5 min", "1.5 s", "500 ms": to the millisecond, and nothing that is zero. */
function duration(ms: number): string {
	if (ms < SECOND_MS) return `${ms} ms`;
	let left = ms;
	return PARTS.flatMap(([part, sign]) => {
		const count = part === SECOND_MS ? left / SECOND_MS : Math.floor(left / part);
		left -= count * part;
		return count > 0 ? [`${count} ${sign}`] : [];
	}).join(' ');
}
