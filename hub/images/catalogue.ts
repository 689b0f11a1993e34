import type { Board, Pin } from '../../protocol/dashboard.ts';

/**
 * The boards Mooring knows. Pin facts: ESP8266EX datasheet 7.1 and hardware design guidelines (boot modes, GPIO0/2/15,
 * GPIO16), ESP32 datasheet and ESP32-C3 datasheet (strapping pins, flash pins, input-only pins), and the boards' own
 * pin-outs (Wemos/LOLIN D1 mini, NodeMCU DevKit v2, ESP-01S relay module, Espressif ESP32-DevKitC V4, ESP32-C3
 * SuperMini).
 */
export const CATALOGUE: readonly Board[] = [
	{
		id: 'd1-mini',
		name: 'ESP8266 D1 mini',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		pins: esp8266Pins(),
		relayPins: [5, 4, 14, 12, 13],
		sensors: ['dht22', 'ds18b20', 'sht3x', 'bme280'],
		defaults: { relays: [{ gpio: 5, activeLow: false }] },
	},
	{
		id: 'nodemcu-v2',
		name: 'ESP8266 NodeMCU v2',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		pins: esp8266Pins(),
		relayPins: [5, 4, 14, 12, 13],
		sensors: ['dht22', 'ds18b20', 'sht3x', 'bme280'],
		defaults: { relays: [{ gpio: 5, activeLow: true }] },
	},
	{
		id: 'esp-01s-relay',
		name: 'ESP-01S relay',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		pins: [
			strap(
				0,
				'IO0',
				'warn',
				'This module wires its relay to IO0. While the relay holds it low at power-on, the board waits for a flash instead of starting.',
			),
			strap(
				2,
				'IO2',
				'warn',
				'Must be high at power-on, and the blue light hangs on it: use it for a sensor, not for a relay.',
			),
			serial(1, 'TX', 'The board writes its log here: a relay on it would click at every start.'),
			serial(3, 'RX', 'Free once the board is flashed; it cannot be read over USB meanwhile.', 'warn'),
		],
		relayPins: [0],
		sensors: ['dht22', 'ds18b20'],
		defaults: { relays: [{ gpio: 0, activeLow: true }] },
	},
	{
		id: 'esp32-devkit',
		name: 'ESP32 DevKit',
		chip: 'ESP32',
		virtual: false,
		wifi: true,
		pins: [
			...[16, 17, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33, 13, 14, 4].map((gpio) => free(gpio, `IO${gpio}`)),
			strap(0, 'IO0', 'refuse', 'Low at power-on makes the board wait for a flash.'),
			strap(2, 'IO2', 'warn', 'Must be low or open at power-on for flashing to work; the blue light hangs on it.'),
			strap(5, 'IO5', 'warn', 'Pulled up at power-on: an active-high relay clicks at every start.'),
			strap(
				12,
				'IO12',
				'refuse',
				'High at power-on sets the flash to the wrong voltage, and the board does not start.',
			),
			strap(15, 'IO15', 'warn', 'Pulled up at power-on: an active-high relay clicks at every start.'),
			serial(1, 'TX', 'The board writes its log here: a relay on it would click at every start.'),
			serial(3, 'RX', 'The USB cable drives this pin.'),
			...[34, 35, 36, 39].map((gpio) => inputOnly(gpio)),
		],
		relayPins: [16, 17, 18, 19, 21, 22, 23, 25],
		sensors: ['dht22', 'ds18b20', 'sht3x', 'bme280'],
		defaults: { relays: [{ gpio: 16, activeLow: true }] },
	},
	{
		id: 'esp32-c3-supermini',
		name: 'ESP32-C3 SuperMini',
		chip: 'ESP32-C3',
		virtual: false,
		wifi: true,
		pins: [
			...[0, 1, 3, 4, 5, 6, 7, 10].map((gpio) => free(gpio, `IO${gpio}`)),
			strap(2, 'IO2', 'warn', 'Must be high at power-on: a relay that pulls it low keeps the board from starting.'),
			strap(8, 'IO8', 'warn', 'Must be high when flashing; the blue light hangs on it.'),
			strap(9, 'IO9', 'refuse', 'The BOOT button: low at power-on makes the board wait for a flash.'),
			serial(20, 'RX', 'The second serial port listens here; free if you do not use it.', 'warn'),
			serial(21, 'TX', 'The chip writes its boot log here: a relay on it would click at every start.'),
		],
		relayPins: [4, 5, 6, 7, 3, 10, 0, 1],
		sensors: ['dht22', 'ds18b20', 'sht3x', 'bme280'],
		defaults: { relays: [{ gpio: 4, activeLow: true }] },
	},
	{
		id: 'virtual',
		name: 'Virtual board',
		chip: 'virtual',
		virtual: true,
		wifi: false,
		pins: Array.from({ length: 8 }, (_, gpio) => free(gpio, `V${gpio + 1}`)),
		relayPins: [0, 1, 2, 3, 4, 5, 6, 7],
		sensors: ['virtual'],
		defaults: {
			relays: [
				{ gpio: 0, activeLow: false },
				{ gpio: 1, activeLow: false },
			],
		},
	},
];

const boards = new Map(CATALOGUE.map((board) => [board.id, board]));

export function findBoard(id: string): Board | undefined {
	return boards.get(id);
}

/** The board's name for people; a board that is no longer in the catalogue keeps its id. */
export function boardName(id: string): string {
	return boards.get(id)?.name ?? id;
}

function esp8266Pins(): Pin[] {
	return [
		free(5, 'D1'),
		free(4, 'D2'),
		free(14, 'D5'),
		free(12, 'D6'),
		free(13, 'D7'),
		{
			gpio: 16,
			label: 'D0',
			use: 'warn',
			strapping: false,
			reason: 'High at power-on: an active-high relay clicks at every start.',
		},
		strap(0, 'D3', 'warn', 'A relay that pulls it low at power-on keeps the board from starting.'),
		strap(2, 'D4', 'warn', 'Must be high at power-on; the blue light hangs on it.'),
		strap(15, 'D8', 'refuse', 'Must be low at power-on: a relay board that pulls it up keeps the board from starting.'),
		serial(1, 'TX', 'The board writes its log here: a relay on it would click at every start.'),
		serial(3, 'RX', 'The USB cable drives this pin.'),
	];
}

function free(gpio: number, label: string): Pin {
	return { gpio, label, use: 'free', strapping: false };
}

function strap(gpio: number, label: string, use: 'warn' | 'refuse', reason: string): Pin {
	return { gpio, label, use, strapping: true, reason };
}

function serial(gpio: number, label: string, reason: string, use: 'warn' | 'refuse' = 'refuse'): Pin {
	return { gpio, label, use, strapping: false, reason };
}

function inputOnly(gpio: number): Pin {
	return {
		gpio,
		label: `IO${gpio}`,
		use: 'refuse',
		strapping: false,
		reason: 'This pin can only read: neither a relay nor a sensor works on it.',
		readable: true,
	};
}
