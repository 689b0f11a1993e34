import { ESP32_C3 } from '../chips/esp32-c3.ts';
import { type BoardEntry, free } from '../entry.ts';
import { BY_USB } from '../flashing.ts';
import { SENSORS } from '../sensors.ts';

export const c3SuperMini: BoardEntry = {
	id: 'esp32-c3-supermini',
	name: 'ESP32-C3 SuperMini',
	family: 'module',
	chip: ESP32_C3,
	flash: 'esp32-4mb',
	source:
		'ESP32-C3 SuperMini in the DeviceScript documentation (https://microsoft.github.io/devicescript/devices/esp32/esp32c3-supermini)',
	pins: [
		...free([0, 1, 3, 4, 5, 6, 7, 10], 'IO'),
		{ gpio: 2, label: 'IO2', use: 'warn', why: 'must-be-high-to-start' },
		{ gpio: 8, label: 'IO8', use: 'warn', why: 'must-be-high-to-flash-blue-light' },
		{ gpio: 9, label: 'IO9', use: 'refuse', why: 'boot-button' },
		{ gpio: 20, label: 'RX', use: 'warn', why: 'second-serial' },
		{ gpio: 21, label: 'TX', use: 'refuse', why: 'boot-log' },
	],
	relayKind: 'module',
	relayPins: [4, 5, 6, 7, 3, 10, 0, 1],
	relays: [{ gpio: 4, activeLow: true }],
	light: { gpio: 8, activeLow: true },
	sensors: SENSORS,
	flashing: BY_USB,
	drawing: {
		left: [0, 1, 2, 3, 4, '3V3', 'G', '5V'],
		right: [21, 20, 10, 9, 8, 7, 6, 5],
		body: 'chip',
		mark: 'C3',
	},
};

export const c3DevKitM: BoardEntry = {
	...c3SuperMini,
	id: 'esp32-c3-devkitm-1',
	name: 'ESP32-C3 DevKitM-1',
	source:
		'Espressif, ESP32-C3-DevKitM-1 user guide, Header Block J1 and J3 (https://docs.espressif.com/projects/esp-dev-kits/en/latest/esp32c3/esp32-c3-devkitm-1/user_guide.html)',
	pins: [
		...free([4, 5, 6, 7, 3, 10, 0, 1], 'IO'),
		{ gpio: 2, label: 'IO2', use: 'warn', why: 'must-be-high-to-start' },
		{ gpio: 8, label: 'IO8', use: 'warn', why: 'must-be-high-to-flash-coloured-light' },
		{ gpio: 9, label: 'IO9', use: 'refuse', why: 'boot-button' },
		{ gpio: 18, label: 'IO18', use: 'warn', why: 'own-usb-minus-moves' },
		{ gpio: 19, label: 'IO19', use: 'warn', why: 'own-usb-plus-pulled-up' },
		{ gpio: 20, label: 'RX', use: 'refuse', why: 'usb-cable' },
		{ gpio: 21, label: 'TX', use: 'refuse', why: 'log' },
	],
	// Its light is coloured, and needs more than a level.
	light: null,
	drawing: {
		left: ['G', '3V3', '3V3', 2, 3, 'G', 'RST', 'G', 0, 1, 10, 'G', '5V', '5V', 'G'],
		right: ['G', 21, 20, 'G', 9, 8, 'G', 7, 6, 5, 4, 'G', 18, 19, 'G'],
		body: 'module',
		mark: 'C3-MINI',
	},
};
