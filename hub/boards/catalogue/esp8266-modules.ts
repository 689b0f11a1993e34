import { ESP8266 } from '../chips/esp8266.ts';
import { type BoardEntry, type PinEntry } from '../entry.ts';
import { BY_USB } from '../flashing.ts';
import { SENSORS } from '../sensors.ts';

/** As the D1 mini and the NodeMCU number them. */
const PINS: PinEntry[] = [
	{ gpio: 5, label: 'D1', use: 'free' },
	{ gpio: 4, label: 'D2', use: 'free' },
	{ gpio: 14, label: 'D5', use: 'free' },
	{ gpio: 12, label: 'D6', use: 'free' },
	{ gpio: 13, label: 'D7', use: 'free' },
	{ gpio: 16, label: 'D0', use: 'warn', why: 'high-at-power-on' },
	{ gpio: 0, label: 'D3', use: 'warn', why: 'low-stops-start' },
	{ gpio: 2, label: 'D4', use: 'warn', why: 'must-be-high-blue-light' },
	{ gpio: 15, label: 'D8', use: 'refuse', why: 'must-be-low-to-start' },
	{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
	{ gpio: 3, label: 'RX', use: 'refuse', why: 'usb-cable' },
];

export const d1Mini: BoardEntry = {
	id: 'd1-mini',
	name: 'ESP8266 D1 mini',
	otherNames: ['Wemos', 'LOLIN'],
	family: 'module',
	chip: ESP8266,
	flash: 'esp8266-4mb',
	source: 'Wemos/LOLIN, D1 mini pin-out (https://www.wemos.cc/en/latest/d1/d1_mini.html)',
	pins: PINS,
	relayKind: 'shield',
	relayPins: [5, 4, 14, 12, 13],
	relays: [{ gpio: 5, activeLow: true }],
	light: { gpio: 2, activeLow: true },
	sensors: SENSORS,
	flashing: BY_USB,
	drawing: {
		left: ['RST', 'A0', 16, 14, 12, 13, 15, '3V3'],
		right: [1, 3, 5, 4, 0, 2, 'G', '5V'],
		body: 'module',
		mark: 'ESP-12F',
		notch: true,
	},
};

export const nodeMcu: BoardEntry = {
	...d1Mini,
	id: 'nodemcu-v2',
	name: 'ESP8266 NodeMCU v2',
	otherNames: ['NodeMCU 1.0', 'ESP-12E'],
	source: 'NodeMCU DevKit v1.0 (“v2”) pin-out (https://github.com/nodemcu/nodemcu-devkit-v1.0)',
	relayKind: 'module',
	drawing: {
		left: ['A0', 'RSV', 'RSV', 'SD3', 'SD2', 'SD1', 'CMD', 'SD0', 'CLK', 'G', '3V3', 'EN', 'RST', 'G', 'VIN'],
		right: [16, 5, 4, 0, 2, '3V3', 'G', 14, 12, 13, 15, 3, 1, 'G', '3V3'],
		body: 'module',
		mark: 'ESP-12E',
	},
};
