import { ESP32 } from '../chips/esp32.ts';
import { type BoardEntry, type PinEntry, button, free } from '../entry.ts';
import { openBoard } from '../flashing.ts';
import { ONE_PIN_SENSORS } from '../sensors.ts';

const START = { code: 'hold-button', what: 'IO0' } as const;
const PROGRAMMING = 'GND, RX, TX, IO0';
const BUTTON: PinEntry = { gpio: 0, label: 'IO0', use: 'read', why: 'board-button' };
const LIGHT: PinEntry = { gpio: 23, label: 'IO23', use: 'warn', why: 'board-light' };
const SERIAL: PinEntry[] = [
	{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
	{ gpio: 3, label: 'RX', use: 'refuse', why: 'flash-adapter' },
];

export const esp32RelayX1: BoardEntry = {
	id: 'esp32-relay-x1',
	name: 'ESP32 with 1 relay',
	otherNames: ['ESP32_Relay_X1', 'ESP32_Relay_AC X1'],
	family: 'relay-board',
	chip: ESP32,
	flash: 'esp32-4mb',
	source: 'ESP32 Relay x1 in the ESPHome device list (https://devices.esphome.io/devices/ESP32-Relay-X1)',
	pins: [{ gpio: 16, label: 'IO16', use: 'free' }, LIGHT, BUTTON, ...SERIAL],
	relayKind: 'own',
	relayPins: [16],
	relays: [{ gpio: 16, activeLow: false }],
	inputs: [button(0, 1)],
	light: { gpio: 23, activeLow: false },
	sensors: [],
	flashing: openBoard({ pins: PROGRAMMING, power: '5 V (USB), 7–30 V', start: START }),
	drawing: { left: [16, '5V', 'G'], right: [23, 0, 1, 3], body: 'relays', mark: 'ESP32', relays: 1 },
};

export const esp32RelayX2: BoardEntry = {
	...esp32RelayX1,
	id: 'esp32-relay-x2',
	name: 'ESP32 with 2 relays',
	otherNames: ['ESP32_Relay_X2'],
	source: 'ESP32 Relay x2 in the ESPHome device list (https://devices.esphome.io/devices/ESP32-Relay-X2)',
	pins: [...free([16, 17], 'IO'), LIGHT, BUTTON, ...SERIAL],
	relayPins: [16, 17],
	relays: [16, 17].map((gpio) => ({ gpio, activeLow: false })),
	flashing: openBoard({ pins: PROGRAMMING, power: '5 V, 7–30 V', start: START }),
	drawing: { left: [16, 17, '5V', 'G'], right: [23, 0, 1, 3], body: 'relays', mark: 'ESP32', relays: 2 },
};

const X4 = 'ESP32_Relay_X4 in the Tasmota templates (https://templates.blakadder.com/ESP32_Relay_X4.html)';

export const esp32RelayX4: BoardEntry = {
	...esp32RelayX2,
	id: 'esp32-relay-x4',
	name: 'ESP32 with 4 relays',
	otherNames: ['ESP32_Relay_X4'],
	source: X4,
	pins: [
		...free([32, 33, 25, 26], 'IO'),
		LIGHT,
		{
			...BUTTON,
			source: 'ESP32_Relay X4 in the ESPHome device list (https://devices.esphome.io/devices/ESP32-Relay-x4)',
		},
		...SERIAL,
	],
	relayPins: [32, 33, 25, 26],
	relays: [32, 33, 25, 26].map((gpio) => ({ gpio, activeLow: false })),
	sensors: ONE_PIN_SENSORS,
	drawing: { left: [32, 33, 25, 26, '5V'], right: [23, 0, 1, 3, 'G'], body: 'relays', mark: 'ESP32', relays: 4 },
};

export const esp32RelayX8: BoardEntry = {
	...esp32RelayX2,
	id: 'esp32-relay-x8',
	name: 'ESP32 with 8 relays',
	otherNames: ['ESP32_Relay_X8', 'ESP32E Relay X8'],
	source: 'ESP32 Relay Board x8 in the ESPHome device list (https://devices.esphome.io/devices/ESP32E-Relay-X8)',
	pins: [
		...free([32, 33, 25, 26, 27, 14], 'IO'),
		{ gpio: 12, label: 'IO12', use: 'warn', why: 'own-relay-wrong-voltage' },
		...free([13], 'IO'),
		LIGHT,
		BUTTON,
		...SERIAL,
	],
	relayPins: [32, 33, 25, 26, 27, 14, 12, 13],
	relays: [32, 33, 25, 26, 27, 14, 12, 13].map((gpio) => ({ gpio, activeLow: false })),
	sensors: [],
	flashing: openBoard({
		pins: PROGRAMMING,
		power: '5 V, 7–30 V',
		first: [{ code: 'shift-registers' }],
		start: START,
	}),
	drawing: {
		left: [32, 33, 25, 26, 27, 14],
		right: [12, 13, 23, 0, 1, 3],
		body: 'relays',
		mark: 'ESP32',
		relays: 8,
	},
};
