import { type MessageInitShape, create } from '@bufbuild/protobuf';
import { expect, it } from 'vitest';
import { ConfigureSchema, InputMode, ScheduleEvent, SensorType } from '../../protocol/device_pb.ts';
import { dropMissingPullUps, hardwareOf } from './hardware.ts';
import { whyImpossible } from './why-impossible.ts';

type Wish = MessageInitShape<typeof ConfigureSchema>;
/** An ESP32 has a pin for everything that is tried here. */
const why = (wish: Wish, board = 'esp32-devkit') => whyImpossible(create(ConfigureSchema, wish), hardwareOf(board));
const relays = [{ id: 1, pin: 5 }];
const place = { timeZone: 'UTC0', latitude: 52.5, longitude: 13.4 };
const schedule = { id: 1, relay: 1, weekdays: 1 };
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: index + 1, pin: index }));

/** What is refused is in protocol/vectors/relay-rules.json; here are the words. */
it.each<[string, Wish]>([
	['A board has at most 8 relays.', { relays: many(9) }],
	['A board has at most 8 inputs.', { inputs: many(9) }],
	['A board has at most 4 sensors.', { sensors: many(5) }],
	['A board has at most 16 schedules.', { schedules: many(17).map(({ id }) => ({ id })) }],
	['A relay has no number.', { relays: [{ pin: 5 }] }],
	['An input has no number.', { inputs: [{ pin: 5 }] }],
	['Two sensors have the same number.', { sensors: [{ id: 2 }, { id: 2 }] }],
	['Relay 1 and relay 2 share GPIO 5.', { relays: [...relays, { id: 2, pin: 5 }] }],
	['Relay 1 and input 3 share GPIO 5.', { relays, inputs: [{ id: 3, pin: 5, relay: 1, mode: InputMode.TOGGLE }] }],
	['Both pins of sensor 1 are GPIO 4.', { sensors: [{ id: 1, type: SensorType.SHT3X, pin: 4, pin2: 4 }] }],
	['Input 1 switches relay 2, which is not there.', { relays, inputs: [{ id: 1, relay: 2, mode: InputMode.FOLLOW }] }],
	['Schedule 1 switches relay 2, which is not there.', { relays, schedules: [{ ...schedule, relay: 2 }] }],
	['Schedule 1 runs on no day.', { relays, schedules: [{ ...schedule, weekdays: 0 }] }],
	[
		'Schedule 1 goes by the sun, and the board does not know its place.',
		{ relays, schedules: [{ ...schedule, event: ScheduleEvent.SUNSET }] },
	],
	[
		'Schedule 1 runs at an event that this board does not know.',
		{ relays, place, schedules: [{ ...schedule, event: 9 as ScheduleEvent }] },
	],
	['The time zone is none that a board understands (POSIX TZ).', { place: { timeZone: 'Europe/Berlin' } }],
	['The place is not on the earth.', { place: { latitude: NaN } }],
	['Relay 1: ESP32 DevKit has no pin with GPIO 6.', { relays: [{ id: 1, pin: 6 }] }],
	[
		'Relay 1: IO34 cannot be used: This pin can only read: neither a relay nor a sensor works on it.',
		{ relays: [{ id: 1, pin: 34 }] },
	],
	[
		'Sensor 1: IO34 cannot be used: This pin can only read: neither a relay nor a sensor works on it.',
		{ sensors: [{ id: 1, type: SensorType.SHT3X, pin: 4, pin2: 34 }] },
	],
	[
		'Input 1: The chip cannot pull IO34 up. Without a resistor of its own (10 kΩ to 3.3 V) the switch would go on and off by itself; with one, turn the chip’s pull-up off.',
		{ inputs: [{ id: 1, pin: 34, mode: InputMode.DETACHED, pullUp: true }] },
	],
])('%s', (words, wish) => {
	expect(why(wish)).toBe(words);
});

it('a board of the catalogue has its sensors, a virtual board has virtual ones, which share no pin', () => {
	const dht = { sensors: [{ id: 1, type: SensorType.DHT22, pin: 4 }] };
	const virtual = { relays: [{ id: 1 }], sensors: [1, 2].map((id) => ({ id, type: SensorType.VIRTUAL })) };
	expect([why(dht), why(virtual, 'virtual')]).toEqual(['', '']);
	expect(why(dht, 'virtual')).toBe('A virtual board has only virtual sensors.');
	expect(why(virtual)).toBe('Sensor 1 is of a type that this board cannot read.');
});

it('an input may be where a relay may not, and a board that the catalogue does not know has any pin', () => {
	const input = { id: 1, pin: 34, mode: InputMode.DETACHED };
	expect(why({ inputs: [input] })).toBe('');
	expect(why({ relays: [{ id: 1, pin: 6 }] }, 'from-before')).toBe('');
});

it('an input of an older hub goes on without the pull-up that its pin never had', () => {
	const inputs = [
		{ id: 1, pin: 34, mode: InputMode.DETACHED, pullUp: true },
		{ id: 2, pin: 4, mode: InputMode.DETACHED, pullUp: true },
	];
	const older = create(ConfigureSchema, { inputs });
	expect(dropMissingPullUps(older, hardwareOf('esp32-devkit'))).toEqual([1]);
	expect(older.inputs.map(({ pullUp }) => pullUp)).toEqual([false, true]);
	expect(whyImpossible(older, hardwareOf('esp32-devkit'))).toBe('');
});
