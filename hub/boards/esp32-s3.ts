import type { Board } from '../../protocol/dashboard/boards.ts';
import { FLASH, pinsOf } from './pins.ts';
import { SENSORS } from './sensors.ts';
import { SOURCES } from './sources.ts';

const { free, strap, taken } = pinsOf({ chip: SOURCES.s3, boot: SOURCES.s3Boot });

const FREE = [4, 5, 6, 7, 15, 16, 17, 18, 8, 9, 10, 11, 12, 13, 14, 1, 2, 42, 41, 40, 39, 47, 21];

export const ESP32_S3_BOARDS: readonly Board[] = [
	{
		id: 'esp32-s3-devkitc-1',
		name: 'ESP32-S3 DevKitC-1',
		chip: 'ESP32-S3',
		virtual: false,
		wifi: true,
		flash: FLASH.esp32,
		source: SOURCES.s3DevKitC,
		pins: [
			...FREE.map((gpio) => free(gpio, `IO${gpio}`)),
			strap(0, 'IO0', 'refuse', 'boot-button'),
			strap(3, 'IO3', 'warn', 'jtag'),
			strap(45, 'IO45', 'refuse', 'wrong-voltage'),
			strap(46, 'IO46', 'warn', 'must-be-low-to-flash'),
			...[35, 36, 37].map((gpio) => taken(gpio, `IO${gpio}`, 'warn', 'psram')),
			taken(38, 'IO38', 'warn', 'coloured-light-1-1', SOURCES.s3DevKitC),
			taken(48, 'IO48', 'warn', 'coloured-light-1-0', SOURCES.s3DevKitC),
			taken(19, 'IO19', 'refuse', 'own-usb-minus'),
			taken(20, 'IO20', 'refuse', 'own-usb-plus'),
			taken(43, 'TX', 'refuse', 'log'),
			taken(44, 'RX', 'refuse', 'usb-cable'),
		],
		relayPins: [4, 5, 6, 7, 15, 16, 17, 18],
		sensors: SENSORS,
		relayKind: 'module',
		defaults: { relays: [{ gpio: 4, activeLow: true }], inputs: [] },
	},
];
