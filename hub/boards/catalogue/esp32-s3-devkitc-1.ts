import { ESP32_S3 } from '../chips/esp32-s3.ts';
import { type BoardEntry, type PinEntry, free } from '../entry.ts';
import { BY_USB } from '../flashing.ts';
import { SENSORS } from '../sensors.ts';

const GUIDE =
	'Espressif, ESP32-S3-DevKitC-1 user guide, Header Block J1 and J3 (https://docs.espressif.com/projects/esp-dev-kits/en/latest/esp32s3/esp32-s3-devkitc-1/user_guide.html)';

export const s3DevKitC: BoardEntry = {
	id: 'esp32-s3-devkitc-1',
	name: 'ESP32-S3 DevKitC-1',
	family: 'module',
	chip: ESP32_S3,
	flash: 'esp32-4mb',
	source: GUIDE,
	pins: [
		...free([4, 5, 6, 7, 15, 16, 17, 18, 8, 9, 10, 11, 12, 13, 14, 1, 2, 42, 41, 40, 39, 47, 21], 'IO'),
		{ gpio: 0, label: 'IO0', use: 'refuse', why: 'boot-button' },
		{ gpio: 3, label: 'IO3', use: 'warn', why: 'jtag' },
		{ gpio: 45, label: 'IO45', use: 'refuse', why: 'wrong-voltage' },
		{ gpio: 46, label: 'IO46', use: 'warn', why: 'must-be-low-to-flash' },
		...[35, 36, 37].map((gpio): PinEntry => ({ gpio, label: `IO${gpio}`, use: 'warn', why: 'psram' })),
		{ gpio: 38, label: 'IO38', use: 'warn', why: 'coloured-light-1-1', source: GUIDE },
		{ gpio: 48, label: 'IO48', use: 'warn', why: 'coloured-light-1-0', source: GUIDE },
		{ gpio: 19, label: 'IO19', use: 'refuse', why: 'own-usb-minus' },
		{ gpio: 20, label: 'IO20', use: 'refuse', why: 'own-usb-plus' },
		{ gpio: 43, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 44, label: 'RX', use: 'refuse', why: 'usb-cable' },
	],
	relayKind: 'module',
	relayPins: [4, 5, 6, 7, 15, 16, 17, 18],
	relays: [{ gpio: 4, activeLow: true }],
	// Its light is coloured, and needs more than a level.
	light: null,
	sensors: SENSORS,
	flashing: BY_USB,
	drawing: {
		left: ['3V3', '3V3', 'RST', 4, 5, 6, 7, 15, 16, 17, 18, 8, 3, 46, 9, 10, 11, 12, 13, 14, '5V', 'G'],
		right: ['G', 43, 44, 1, 2, 42, 41, 40, 39, 38, 37, 36, 35, 0, 45, 48, 47, 21, 20, 19, 'G', 'G'],
		body: 'module',
		mark: 'S3',
	},
};
