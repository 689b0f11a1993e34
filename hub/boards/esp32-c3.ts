import type { Board } from '../../protocol/dashboard/boards.ts';
import { FLASH, pinsOf } from './pins.ts';
import { SENSORS } from './sensors.ts';
import { SOURCES } from './sources.ts';

const { free, strap, taken } = pinsOf({ chip: SOURCES.c3, boot: SOURCES.c3Boot });

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
			strap(2, 'IO2', 'warn', 'must-be-high-to-start'),
			strap(8, 'IO8', 'warn', 'must-be-high-to-flash-blue-light'),
			strap(9, 'IO9', 'refuse', 'boot-button'),
			taken(20, 'RX', 'warn', 'second-serial'),
			taken(21, 'TX', 'refuse', 'boot-log'),
		],
		relayPins: [4, 5, 6, 7, 3, 10, 0, 1],
		sensors: SENSORS,
		relayKind: 'module',
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
			strap(2, 'IO2', 'warn', 'must-be-high-to-start'),
			strap(8, 'IO8', 'warn', 'must-be-high-to-flash-coloured-light'),
			strap(9, 'IO9', 'refuse', 'boot-button'),
			taken(18, 'IO18', 'warn', 'own-usb-minus-moves'),
			taken(19, 'IO19', 'warn', 'own-usb-plus-pulled-up'),
			taken(20, 'RX', 'refuse', 'usb-cable'),
			taken(21, 'TX', 'refuse', 'log'),
		],
		relayPins: [4, 5, 6, 7, 3, 10, 0, 1],
		sensors: SENSORS,
		relayKind: 'module',
		defaults: { relays: [{ gpio: 4, activeLow: true }], inputs: [] },
	},
];
