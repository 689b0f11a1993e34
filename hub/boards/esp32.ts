import type { Board } from '../../protocol/dashboard/boards.ts';
import { FLASH, button, pinsOf } from './pins.ts';
import { ONE_PIN_SENSORS, SENSORS } from './sensors.ts';
import { SOURCES } from './sources.ts';

const { free, strap, taken, inputOnly } = pinsOf({ chip: SOURCES.esp32, boot: SOURCES.esp32Boot });

export const ESP32_BOARDS: readonly Board[] = [
	{
		id: 'esp32-devkit',
		name: 'ESP32 DevKit',
		chip: 'ESP32',
		virtual: false,
		wifi: true,
		flash: FLASH.esp32,
		source: SOURCES.devKitC,
		pins: [
			...[16, 17, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33, 13, 14, 4].map((gpio) => free(gpio, `IO${gpio}`)),
			strap(0, 'IO0', 'refuse', 'low-waits'),
			strap(2, 'IO2', 'warn', 'must-be-low-to-flash-blue-light'),
			strap(5, 'IO5', 'warn', 'pulled-up-at-power-on'),
			strap(12, 'IO12', 'refuse', 'wrong-voltage'),
			strap(15, 'IO15', 'warn', 'pulled-up-at-power-on'),
			taken(1, 'TX', 'refuse', 'log'),
			taken(3, 'RX', 'refuse', 'usb-cable'),
			...[34, 35, 36, 39].map((gpio) => inputOnly(gpio, `IO${gpio}`)),
		],
		relayPins: [16, 17, 18, 19, 21, 22, 23, 25],
		sensors: SENSORS,
		relayKind: 'module',
		defaults: { relays: [{ gpio: 16, activeLow: true }], inputs: [] },
	},
	{
		id: 'esp32-relay-x4',
		name: 'ESP32 with 4 relays',
		chip: 'ESP32',
		virtual: false,
		wifi: true,
		flash: FLASH.esp32,
		source: SOURCES.esp32Relay,
		pins: [
			...[32, 33, 25, 26].map((gpio) => ({ ...free(gpio, `IO${gpio}`), source: SOURCES.esp32Relay })),
			taken(23, 'IO23', 'warn', 'board-light', SOURCES.esp32Relay),
			{
				...strap(0, 'IO0', 'refuse', 'board-button', true),
				source: SOURCES.esp32RelayButton,
			},
			taken(1, 'TX', 'refuse', 'log'),
			taken(3, 'RX', 'refuse', 'flash-adapter'),
		],
		relayPins: [32, 33, 25, 26],
		sensors: ONE_PIN_SENSORS,
		relayKind: 'own',
		defaults: { relays: [32, 33, 25, 26].map((gpio) => ({ gpio, activeLow: false })), inputs: [button(0, 1)] },
	},
];
