import type { Board } from '../../protocol/dashboard/boards.ts';
import { FLASH, LOG_PIN, USB_PIN, pinsOf } from './pins.ts';
import { SOURCES } from './sources.ts';

const { free, strap, taken } = pinsOf({ chip: SOURCES.c3, boot: SOURCES.c3Boot });

const BOOT_BUTTON = 'The BOOT button: low at power-on makes the board wait for a flash.';
const KEEPS_FROM_STARTING = 'Must be high at power-on: a relay that pulls it low keeps the board from starting.';

export const ESP32_C3_BOARDS: readonly Board[] = [
	{
		id: 'esp32-c3-supermini',
		name: 'ESP32-C3 SuperMini',
		chip: 'ESP32-C3',
		virtual: false,
		wifi: true,
		flash: FLASH.esp32,
		source: SOURCES.c3SuperMini,
		pins: [
			...[0, 1, 3, 4, 5, 6, 7, 10].map((gpio) => free(gpio, `IO${gpio}`)),
			strap(2, 'IO2', 'warn', KEEPS_FROM_STARTING),
			strap(8, 'IO8', 'warn', 'Must be high when flashing; the blue light hangs on it.'),
			strap(9, 'IO9', 'refuse', BOOT_BUTTON),
			taken(20, 'RX', 'warn', 'The second serial port listens here; free if you do not use it.'),
			taken(21, 'TX', 'refuse', 'The chip writes its boot log here: a relay on it would click at every start.'),
		],
		relayPins: [4, 5, 6, 7, 3, 10, 0, 1],
		sensors: ['dht22', 'ds18b20', 'sht3x', 'bme280'],
		defaults: { relays: [{ gpio: 4, activeLow: true }], inputs: [] },
	},
	{
		id: 'esp32-c3-devkitm-1',
		name: 'ESP32-C3 DevKitM-1',
		chip: 'ESP32-C3',
		virtual: false,
		wifi: true,
		flash: FLASH.esp32,
		source: SOURCES.c3DevKitM,
		pins: [
			...[4, 5, 6, 7, 3, 10, 0, 1].map((gpio) => free(gpio, `IO${gpio}`)),
			strap(2, 'IO2', 'warn', KEEPS_FROM_STARTING),
			strap(8, 'IO8', 'warn', 'Must be high when flashing; the coloured light hangs on it.'),
			strap(9, 'IO9', 'refuse', BOOT_BUTTON),
			taken(18, 'IO18', 'warn', 'The chip’s own USB port, D−; moves at power-on.'),
			taken(19, 'IO19', 'warn', 'The chip’s own USB port, D+; pulled up at power-on.'),
			taken(20, 'RX', 'refuse', USB_PIN),
			taken(21, 'TX', 'refuse', LOG_PIN),
		],
		relayPins: [4, 5, 6, 7, 3, 10, 0, 1],
		sensors: ['dht22', 'ds18b20', 'sht3x', 'bme280'],
		defaults: { relays: [{ gpio: 4, activeLow: true }], inputs: [] },
	},
];
