import { type Configure, InputMode, ScheduleEvent, type SensorConfig, SensorType } from '../../protocol/device_pb.ts';
import { wifiProblem } from '../../protocol/dashboard/wifi.ts';
import { parsePosixTz } from '../time/posix-tz.ts';
import type { Hardware } from './hardware.ts';

/** What a board has room for. */
const MOST_RELAYS = 8;
const MOST_INPUTS = 8;
const MOST_SENSORS = 4;
const MOST_SCHEDULES = 16;
const EVERY_DAY = 0b111_1111;
const DAY_MINUTES = 24 * 60;
/** A schedule may be this far from sunrise or sunset, either way. */
const LONGEST_OFFSET_MINUTES = 12 * 60;

const INPUT_MODES: number[] = [InputMode.PUSH_BUTTON, InputMode.TOGGLE, InputMode.FOLLOW, InputMode.DETACHED];
const SUN: number[] = [ScheduleEvent.SUNRISE, ScheduleEvent.SUNSET];
/** Sensors of real boards, by how many pins they need. */
const PINS_OF = new Map<number, number>([
	[SensorType.DHT22, 1],
	[SensorType.DS18B20, 1],
	[SensorType.SHT3X, 2],
	[SensorType.BME280, 2],
]);

/** What of a configuration a board cannot do, in words; empty where it can do all. */
export function whyImpossible(configure: Configure, hardware: Hardware): string {
	return (
		tooMuch(configure) ||
		numbers(configure) ||
		things(configure, hardware) ||
		pins(configure, hardware) ||
		place(configure) ||
		(configure.wifi && wifiProblem(configure.wifi) ? 'No Wi-Fi can have such a name or password.' : '')
	);
}

function tooMuch({ relays, inputs, sensors, schedules }: Configure): string {
	if (relays.length > MOST_RELAYS) return `A board has at most ${MOST_RELAYS} relays.`;
	if (inputs.length > MOST_INPUTS) return `A board has at most ${MOST_INPUTS} inputs.`;
	if (sensors.length > MOST_SENSORS) return `A board has at most ${MOST_SENSORS} sensors.`;
	return schedules.length > MOST_SCHEDULES ? `A board has at most ${MOST_SCHEDULES} schedules.` : '';
}

function numbers({ relays, inputs, sensors, schedules }: Configure): string {
	for (const [name, all] of Object.entries({ relay: relays, input: inputs, sensor: sensors, schedule: schedules })) {
		const ids = all.map(({ id }) => id);
		const article = /^[aeiou]/.test(name) ? 'An' : 'A';
		if (ids.includes(0)) return `${article} ${name} has no number.`;
		if (new Set(ids).size < ids.length) return `Two ${name}s have the same number.`;
	}
	return '';
}

function things({ relays, inputs, sensors, schedules, place }: Configure, { virtual }: Hardware): string {
	const isRelay = (id: number) => relays.some((relay) => relay.id === id);
	for (const { id, mode, relay } of inputs) {
		if (!INPUT_MODES.includes(mode)) return `Input ${id} has no mode that this board knows.`;
		if (mode !== InputMode.DETACHED && !isRelay(relay))
			return `Input ${id} switches relay ${relay}, which is not there.`;
	}
	for (const { id, type } of sensors) {
		if (virtual && type !== SensorType.VIRTUAL) return 'A virtual board has only virtual sensors.';
		if (!virtual && !PINS_OF.has(type)) return `Sensor ${id} is of a type that this board cannot read.`;
	}
	for (const { id, relay, weekdays, event, minutes } of schedules) {
		if (!isRelay(relay)) return `Schedule ${id} switches relay ${relay}, which is not there.`;
		if (weekdays === 0) return `Schedule ${id} runs on no day.`;
		if (weekdays > EVERY_DAY) return `Schedule ${id} runs on a day that no week has.`;
		if (event === ScheduleEvent.TIME) {
			if (minutes < 0 || minutes >= DAY_MINUTES) return `Schedule ${id} runs at a minute that no day has.`;
		} else if (!SUN.includes(event)) return `Schedule ${id} runs at an event that this board does not know.`;
		else if (Math.abs(minutes) > LONGEST_OFFSET_MINUTES)
			return `Schedule ${id} is more than 12 hours away from the sun's event.`;
		else if (!place || (place.latitude === 0 && place.longitude === 0))
			return `Schedule ${id} goes by the sun, and the board does not know its place.`;
	}
	return '';
}

function pins({ relays, inputs, sensors }: Configure, { refusal }: Hardware): string {
	const taken = new Map<number, string>();
	const uses = [
		...relays.map(({ id, pin }) => ({ pin, name: `relay ${id}`, use: 'write' as const })),
		...inputs.map(({ id, pin, pullUp }) => ({
			pin,
			name: `input ${id}`,
			use: pullUp ? ('read-pulled-up' as const) : ('read' as const),
		})),
		...sensors.flatMap((sensor) =>
			pinsOf(sensor).map((pin) => ({ pin, name: `sensor ${sensor.id}`, use: 'sensor' as const })),
		),
	];
	for (const { pin, name, use } of uses) {
		const refused = refusal(pin, use);
		if (refused) return `${capital(name)}: ${refused}`;
		const other = taken.get(pin);
		if (other === name) return `Both pins of ${name} are GPIO ${pin}.`;
		if (other) return `${capital(other)} and ${name} share GPIO ${pin}.`;
		taken.set(pin, name);
	}
	return '';
}

function pinsOf({ type, pin, pin2 }: SensorConfig): number[] {
	return [pin, pin2].slice(0, PINS_OF.get(type) ?? 0);
}

function place({ place }: Configure): string {
	if (!place) return '';
	if (place.timeZone !== '' && !parsePosixTz(place.timeZone))
		return 'The time zone is none that a board understands (POSIX TZ).';
	const onEarth = Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
	return onEarth ? '' : 'The place is not on the earth.';
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
