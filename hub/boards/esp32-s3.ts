import type { Board } from '../../protocol/dashboard/boards.ts';
import { FLASH, LOG_PIN, USB_PIN, pinsOf } from './pins.ts';
import { SOURCES } from './sources.ts';

const { free, strap, taken } = pinsOf({ chip: SOURCES.s3, boot: SOURCES.s3Boot });

const FREE = [4, 5, 6, 7, 15, 16, 17, 18, 8, 9, 10, 11, 12, 13, 14, 1, 2, 42, 41, 40, 39, 47, 21];
const MEMORY =
	'Belongs to the memory on modules with 8 MB of PSRAM and more (…R8): the board crashes with a relay on it.';

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
			strap(0, 'IO0', 'refuse', 'The BOOT button: low at power-on makes the board wait for a flash.'),
			strap(3, 'IO3', 'warn', 'Chooses at power-on where JTAG comes from; free otherwise.'),
			strap(
				45,
				'IO45',
				'refuse',
				'High at power-on sets the flash to the wrong voltage, and the board does not start.',
			),
			strap(46, 'IO46', 'warn', 'Must be low or open at power-on for flashing to work.'),
			...[35, 36, 37].map((gpio) => taken(gpio, `IO${gpio}`, 'warn', MEMORY)),
			taken(38, 'IO38', 'warn', 'The coloured light of board v1.1 hangs on it.', SOURCES.s3DevKitC),
			taken(48, 'IO48', 'warn', 'The coloured light of board v1.0 hangs on it.', SOURCES.s3DevKitC),
			taken(19, 'IO19', 'refuse', 'The chip’s own USB port, D−.'),
			taken(20, 'IO20', 'refuse', 'The chip’s own USB port, D+.'),
			taken(43, 'TX', 'refuse', LOG_PIN),
			taken(44, 'RX', 'refuse', USB_PIN),
		],
		relayPins: [4, 5, 6, 7, 15, 16, 17, 18],
		sensors: ['dht22', 'ds18b20', 'sht3x', 'bme280'],
		defaults: { relays: [{ gpio: 4, activeLow: true }], inputs: [] },
	},
];
