import { ESP8266 } from '../chips/esp8266.ts';
import { type BoardEntry, type PinEntry, free } from '../entry.ts';
import { BY_ADAPTER, openBoard } from '../flashing.ts';
import { ONE_PIN_SENSORS, SENSORS } from '../sensors.ts';

const SERIAL: PinEntry[] = [
	{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
	{ gpio: 3, label: 'RX', use: 'refuse', why: 'flash-adapter' },
];
/** Beside the pins of the relays, on all but the X8. */
const LED_OUT: PinEntry[] = [
	{ gpio: 0, label: 'IO0', use: 'warn', why: 'low-stops-start', source: ESP8266.bootSource },
	{ gpio: 2, label: 'IO2', use: 'warn', why: 'must-be-high', source: ESP8266.bootSource },
	{ gpio: 15, label: 'IO15', use: 'warn', why: 'must-be-low', source: ESP8266.bootSource },
	...SERIAL,
];
const START = { code: 'hold-pin', what: 'IO0' } as const;
const PROGRAMMING = 'GND, RX, TX, IO0';

export const esp12fRelayX1: BoardEntry = {
	id: 'esp12f-relay-x1',
	name: 'ESP-12F with 1 relay',
	otherNames: ['ESP-12F_Relay_X1', 'LC-Relay-ESP12-1R-MV'],
	family: 'relay-board',
	chip: ESP8266,
	flash: 'esp8266-4mb',
	source: 'ESP-12F-Relay-X1 in the ESPHome device list (https://devices.esphome.io/devices/ESP-12F-Relay-X1)',
	pins: [
		{ gpio: 5, label: 'IO5', use: 'free' },
		...free([4, 12, 13, 14], 'IO'),
		{ gpio: 16, label: 'IO16', use: 'warn', why: 'board-light' },
		...LED_OUT,
	],
	relayKind: 'own',
	relayPins: [5, 4, 12, 13, 14],
	relays: [{ gpio: 5, activeLow: false }],
	light: { gpio: 16, activeLow: true },
	sensors: SENSORS,
	flashing: openBoard({ pins: PROGRAMMING, power: '5 V (USB), 7–12 V', start: START }),
	drawing: {
		left: ['5V', '3V3', 1, 3, 5, 4, 0, 2, 15, 'G'],
		right: ['G', '3V3', 16, 'A0', 12, 14, 13],
		body: 'relays',
		mark: 'ESP-12F',
		relays: 1,
	},
};

export const esp12fRelayX2: BoardEntry = {
	...esp12fRelayX1,
	id: 'esp12f-relay-x2',
	name: 'ESP-12F with 2 relays',
	otherNames: ['ESP-12F_Relay_X2'],
	source: 'ESP-12F_Relay_X2 in the ESPHome device list (https://devices.esphome.io/devices/ESP-12F-Relay-X2)',
	relayPins: [5, 4, 12, 13, 14],
	relays: [5, 4].map((gpio) => ({ gpio, activeLow: false })),
	// Its source gives it 3.3 V at its 3V3 pins while it is flashed.
	flashing: [{ code: 'mains' }, ...BY_ADAPTER],
	drawing: {
		left: ['3V3', '5V', 'G', 5, 4, 0, 2, 15, 'G'],
		right: ['A0', 'EN', 16, 14, 12, 13, 1, 3],
		body: 'relays',
		mark: 'ESP-12F',
		relays: 2,
	},
};

export const esp12fRelayX4: BoardEntry = {
	...esp12fRelayX1,
	id: 'esp12f-relay-x4',
	name: 'ESP-12F with 4 relays',
	otherNames: ['ESP-12F_Relay_X4'],
	source:
		'ESP-12F_Relay_X4 in the ESPHome device list, with the maker’s manual (https://devices.esphome.io/devices/ESP-12F-Relay-X4)',
	pins: [
		{ gpio: 16, label: 'IO16', use: 'warn', why: 'high-at-power-on-relay-1' },
		...free([14, 12, 13, 4], 'IO'),
		{ gpio: 5, label: 'IO5', use: 'warn', why: 'blue-light' },
		...LED_OUT,
	],
	relayPins: [16, 14, 12, 13, 4, 5],
	relays: [16, 14, 12, 13].map((gpio) => ({ gpio, activeLow: false })),
	light: { gpio: 5, activeLow: true },
	flashing: [{ code: 'mains' }, ...BY_ADAPTER],
	drawing: {
		left: ['A0', 'EN', 16, 14, 12, 13, '5V'],
		right: [5, 4, 0, 2, 15, 1, 3],
		body: 'relays',
		mark: 'ESP-12F',
		relays: 4,
	},
};

export const esp12fRelayX8: BoardEntry = {
	...esp12fRelayX1,
	id: 'esp12f-relay-x8',
	name: 'ESP-12F with 8 relays',
	otherNames: ['ESP-12F_Relay_X8'],
	source: 'ESP-12F_Relay_X8 in the ESPHome device list (https://devices.esphome.io/devices/ESP-12F-Relay-X8)',
	pins: [
		{ gpio: 16, label: 'IO16', use: 'warn', why: 'own-relay-clicks' },
		...free([14, 12, 13], 'IO'),
		{ gpio: 15, label: 'IO15', use: 'warn', why: 'must-be-low' },
		{ gpio: 0, label: 'IO0', use: 'warn', why: 'own-relay-clicks' },
		...free([4, 5], 'IO'),
		{ gpio: 2, label: 'IO2', use: 'warn', why: 'must-be-high-for-sensor' },
		...SERIAL,
	],
	relayPins: [16, 14, 12, 13, 15, 0, 4, 5],
	relays: [16, 14, 12, 13, 15, 0, 4, 5].map((gpio) => ({ gpio, activeLow: false })),
	light: { gpio: 2, activeLow: true },
	sensors: ONE_PIN_SENSORS,
	flashing: openBoard({ pins: PROGRAMMING, power: '5 V, 7–30 V', start: START }),
	drawing: {
		left: [16, 14, 12, 13, 15, 'A0', '5V'],
		right: [0, 4, 5, 2, 1, 3, 'G'],
		body: 'relays',
		mark: 'ESP-12F',
		relays: 8,
	},
};
