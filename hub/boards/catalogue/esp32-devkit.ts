import { ESP32 } from '../chips/esp32.ts';
import { type BoardEntry, type PinEntry, free } from '../entry.ts';
import { BY_USB } from '../flashing.ts';
import { SENSORS } from '../sensors.ts';

export const esp32Devkit: BoardEntry = {
	id: 'esp32-devkit',
	name: 'ESP32 DevKit',
	otherNames: ['ESP32-DevKitC', 'ESP32-WROOM-32'],
	family: 'module',
	chip: ESP32,
	flash: 'esp32-4mb',
	source:
		'Espressif, ESP32-DevKitC V4 user guide, Header Block J2 and J3 (https://docs.espressif.com/projects/esp-dev-kits/en/latest/esp32/esp32-devkitc/user_guide.html)',
	pins: [
		...free([16, 17, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33, 13, 14, 4], 'IO'),
		{ gpio: 0, label: 'IO0', use: 'refuse', why: 'low-waits' },
		{ gpio: 2, label: 'IO2', use: 'warn', why: 'must-be-low-to-flash-blue-light' },
		{ gpio: 5, label: 'IO5', use: 'warn', why: 'pulled-up-at-power-on' },
		{ gpio: 12, label: 'IO12', use: 'refuse', why: 'wrong-voltage' },
		{ gpio: 15, label: 'IO15', use: 'warn', why: 'pulled-up-at-power-on' },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 3, label: 'RX', use: 'refuse', why: 'usb-cable' },
		...[34, 35, 36, 39].map((gpio): PinEntry => ({ gpio, label: `IO${gpio}`, use: 'read', why: 'input-only' })),
	],
	relayKind: 'module',
	relayPins: [16, 17, 18, 19, 21, 22, 23, 25],
	relays: [{ gpio: 16, activeLow: true }],
	light: { gpio: 2, activeLow: false },
	sensors: SENSORS,
	flashing: BY_USB,
	drawing: {
		left: ['3V3', 'EN', 36, 39, 34, 35, 32, 33, 25, 26, 27, 14, 12, 'G', 13, 'D2', 'D3', 'CMD', '5V'],
		right: ['G', 23, 22, 1, 3, 21, 'G', 19, 18, 5, 17, 16, 4, 0, 2, 15, 'D1', 'D0', 'CLK'],
		body: 'module',
		mark: 'ESP32',
	},
};
