import type { BoardDrawing } from '../../../protocol/dashboard/boards.ts';
import { range } from '../chips/chip.ts';
import { ESP32_C3 } from '../chips/esp32-c3.ts';
import { ESP32_S3 } from '../chips/esp32-s3.ts';
import { ESP32 } from '../chips/esp32.ts';
import { ESP8266 } from '../chips/esp8266.ts';
import { type BoardEntry, type PinEntry, free } from '../entry.ts';
import { BY_ADAPTER } from '../flashing.ts';
import { SENSORS } from '../sensors.ts';

/** Boards that the catalogue does not know: every pin of the chip, as its maker describes it. */
const COMMON = {
	family: 'generic',
	relayKind: 'module',
	// Which pin a light is on, and its logic, only the maker of the board knows.
	light: null,
	sensors: SENSORS,
} as const satisfies Partial<BoardEntry>;

export const genericEsp8266: BoardEntry = {
	...COMMON,
	sensors: COMMON.sensors,
	id: 'esp8266-generic',
	name: 'Other ESP8266 board',
	chip: ESP8266,
	// The map of the smallest flash fits every larger one.
	flash: 'esp8266-1mb',
	source: ESP8266.source,
	pins: [
		...free([4, 5, 12, 13, 14], 'IO'),
		{ gpio: 16, label: 'IO16', use: 'warn', why: 'high-at-power-on' },
		{ gpio: 0, label: 'IO0', use: 'warn', why: 'low-stops-start' },
		{ gpio: 2, label: 'IO2', use: 'warn', why: 'must-be-high' },
		{ gpio: 15, label: 'IO15', use: 'warn', why: 'must-be-low' },
		{ gpio: 9, label: 'IO9', use: 'warn', why: 'flash-on-modules' },
		{ gpio: 10, label: 'IO10', use: 'warn', why: 'flash-on-modules' },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 3, label: 'RX', use: 'refuse', why: 'flash-adapter' },
	],
	relayPins: [5, 4, 14, 12, 13],
	relays: [{ gpio: 5, activeLow: true }],
	flashing: BY_ADAPTER,
	drawing: drawn('ESP8266', [0, 1, 2, 3, 4, 5, 9], [10, 12, 13, 14, 15, 16]),
};

export const genericEsp32: BoardEntry = {
	...COMMON,
	sensors: COMMON.sensors,
	id: 'esp32-generic',
	name: 'Other ESP32 board',
	chip: ESP32,
	flash: 'esp32-4mb',
	source: ESP32.source,
	pins: [
		...free([4, 13, 14, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33], 'IO'),
		...[16, 17].map((gpio): PinEntry => ({ gpio, label: `IO${gpio}`, use: 'warn', why: 'psram-wrover' })),
		{ gpio: 0, label: 'IO0', use: 'refuse', why: 'low-waits' },
		{ gpio: 2, label: 'IO2', use: 'warn', why: 'must-be-low-to-flash' },
		{ gpio: 5, label: 'IO5', use: 'warn', why: 'pulled-up-at-power-on' },
		{ gpio: 12, label: 'IO12', use: 'refuse', why: 'wrong-voltage' },
		{ gpio: 15, label: 'IO15', use: 'warn', why: 'pulled-up-at-power-on' },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 3, label: 'RX', use: 'refuse', why: 'flash-adapter' },
		...range(34, 39).map((gpio): PinEntry => ({ gpio, label: `IO${gpio}`, use: 'read', why: 'input-only' })),
	],
	relayPins: [18, 19, 21, 22, 23, 25, 26, 27],
	relays: [{ gpio: 18, activeLow: true }],
	flashing: BY_ADAPTER,
	drawing: drawn(
		'ESP32',
		[0, 1, 2, 3, 4, 5, 12, 13, 14, 15, 16, 17, 18],
		[19, 21, 22, 23, 25, 26, 27, 32, 33, 34, 35, 36, 37, 38, 39],
	),
};

export const genericC3: BoardEntry = {
	...COMMON,
	sensors: COMMON.sensors,
	id: 'esp32-c3-generic',
	name: 'Other ESP32-C3 board',
	chip: ESP32_C3,
	flash: 'esp32-4mb',
	source: ESP32_C3.source,
	pins: [
		...free([0, 1, 3, 4, 5, 6, 7, 10], 'IO'),
		{ gpio: 2, label: 'IO2', use: 'warn', why: 'must-be-high-to-start' },
		{ gpio: 8, label: 'IO8', use: 'warn', why: 'must-be-high-to-flash' },
		{ gpio: 9, label: 'IO9', use: 'refuse', why: 'low-waits' },
		{ gpio: 18, label: 'IO18', use: 'warn', why: 'own-usb-minus-moves' },
		{ gpio: 19, label: 'IO19', use: 'warn', why: 'own-usb-plus-pulled-up' },
		{ gpio: 20, label: 'RX', use: 'refuse', why: 'flash-adapter' },
		{ gpio: 21, label: 'TX', use: 'refuse', why: 'log' },
	],
	relayPins: [4, 5, 6, 7, 3, 10, 0, 1],
	relays: [{ gpio: 4, activeLow: true }],
	flashing: [{ code: 'pins', what: '3V3, GND, RX, TX, IO9' }, { code: 'adapter' }, { code: 'hold-pin', what: 'IO9' }],
	drawing: drawn('C3', [0, 1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 18, 19, 20, 21]),
};

export const genericS3: BoardEntry = {
	...COMMON,
	sensors: COMMON.sensors,
	id: 'esp32-s3-generic',
	name: 'Other ESP32-S3 board',
	chip: ESP32_S3,
	flash: 'esp32-4mb',
	source: ESP32_S3.source,
	pins: [
		...free([1, 2, ...range(4, 18), 21, 38, 39, 40, 41, 42, 47, 48], 'IO'),
		{ gpio: 0, label: 'IO0', use: 'refuse', why: 'low-waits' },
		{ gpio: 3, label: 'IO3', use: 'warn', why: 'jtag' },
		{ gpio: 45, label: 'IO45', use: 'refuse', why: 'wrong-voltage' },
		{ gpio: 46, label: 'IO46', use: 'warn', why: 'must-be-low-to-flash' },
		...range(33, 37).map((gpio): PinEntry => ({ gpio, label: `IO${gpio}`, use: 'warn', why: 'psram' })),
		{ gpio: 19, label: 'IO19', use: 'refuse', why: 'own-usb-minus' },
		{ gpio: 20, label: 'IO20', use: 'refuse', why: 'own-usb-plus' },
		{ gpio: 43, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 44, label: 'RX', use: 'refuse', why: 'flash-adapter' },
	],
	relayPins: [4, 5, 6, 7, 15, 16, 17, 18],
	relays: [{ gpio: 4, activeLow: true }],
	flashing: BY_ADAPTER,
	drawing: drawn('S3', range(0, 18), [19, 20, 21, ...range(33, 48)]),
};

function drawn(mark: string, left: number[], right: number[]): BoardDrawing {
	return { left, right, body: 'module', mark };
}
