import type { Board, Pin } from '../../protocol/dashboard/boards.ts';
import { FLASH, LOG_PIN, USB_PIN, button, pinsOf, withoutPullUp } from './pins.ts';
import { SOURCES } from './sources.ts';

const { free, strap, taken } = pinsOf({ chip: SOURCES.esp8266, boot: SOURCES.esp8266Boot });

const HIGH_AT_POWER_ON = 'High at power-on: an active-high relay clicks at every start.';

export const ESP8266_BOARDS: readonly Board[] = [
	{
		id: 'd1-mini',
		name: 'ESP8266 D1 mini',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		flash: FLASH.esp8266With4Mb,
		source: SOURCES.d1Mini,
		pins: nodePins(),
		relayPins: [5, 4, 14, 12, 13],
		sensors: ['dht22', 'ds18b20', 'sht3x', 'bme280'],
		defaults: { relays: [{ gpio: 5, activeLow: false }], inputs: [] },
	},
	{
		id: 'nodemcu-v2',
		name: 'ESP8266 NodeMCU v2',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		flash: FLASH.esp8266With4Mb,
		source: SOURCES.nodeMcu,
		pins: nodePins(),
		relayPins: [5, 4, 14, 12, 13],
		sensors: ['dht22', 'ds18b20', 'sht3x', 'bme280'],
		defaults: { relays: [{ gpio: 5, activeLow: true }], inputs: [] },
	},
	{
		id: 'esp-01s-relay',
		name: 'ESP-01S relay',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		flash: FLASH.esp8266With1Mb,
		source: SOURCES.esp01sRelay,
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
			taken(1, 'TX', 'refuse', LOG_PIN, SOURCES.esp01s),
			taken(3, 'RX', 'warn', 'Free once the board is flashed; it cannot be read over USB meanwhile.', SOURCES.esp01s),
		],
		relayPins: [0],
		sensors: ['dht22', 'ds18b20'],
		defaults: { relays: [{ gpio: 0, activeLow: true }], inputs: [] },
	},
	{
		id: 'esp12f-relay-x4',
		name: 'ESP-12F with 4 relays',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		flash: FLASH.esp8266With4Mb,
		source: SOURCES.esp12fRelay,
		pins: [
			withoutPullUp(
				taken(
					16,
					'IO16',
					'warn',
					'High at power-on: relay 1 clicks at every start, unless its jumper goes to another pin.',
					SOURCES.esp12fRelay,
				),
			),
			...[14, 12, 13, 4].map((gpio) => free(gpio, `IO${gpio}`)),
			taken(5, 'IO5', 'warn', 'The blue light hangs on it.', SOURCES.esp12fRelay),
			strap(0, 'IO0', 'warn', 'A relay that pulls it low at power-on keeps the board from starting.'),
			strap(2, 'IO2', 'warn', 'Must be high at power-on.'),
			strap(15, 'IO15', 'warn', 'Must be low at power-on: only for a relay that is off while the pin is low.'),
			taken(1, 'TX', 'refuse', LOG_PIN),
			taken(3, 'RX', 'refuse', 'The adapter it is flashed with drives this pin.'),
		],
		relayPins: [16, 14, 12, 13, 4, 5],
		sensors: ['dht22', 'ds18b20', 'sht3x', 'bme280'],
		defaults: { relays: [16, 14, 12, 13].map((gpio) => ({ gpio, activeLow: false })), inputs: [] },
	},
	{
		id: 'sonoff-basic-r2',
		name: 'Sonoff Basic R2',
		chip: 'ESP8266',
		virtual: false,
		wifi: true,
		flash: FLASH.esp8266With1Mb,
		source: SOURCES.sonoffBasicR2,
		pins: [
			{ ...free(12, 'Relay'), source: SOURCES.sonoffBasicR2 },
			{
				...strap(0, 'Button', 'refuse', 'Its button hangs on it; held at power-on, the board waits for a flash.', true),
				source: SOURCES.sonoffBasicR2,
			},
			taken(13, 'Light', 'refuse', 'Its light hangs on it.', SOURCES.sonoffBasicR2),
			taken(1, 'TX', 'refuse', LOG_PIN, SOURCES.sonoffBasicR2),
			taken(
				3,
				'RX',
				'warn',
				'Free once the board is flashed. Never wire it while it has mains.',
				SOURCES.sonoffBasicR2,
			),
		],
		relayPins: [12],
		sensors: ['dht22', 'ds18b20'],
		defaults: { relays: [{ gpio: 12, activeLow: false }], inputs: [button(0, 1)] },
	},
];

/** As the D1 mini and the NodeMCU number them. */
function nodePins(): Pin[] {
	return [
		free(5, 'D1'),
		free(4, 'D2'),
		free(14, 'D5'),
		free(12, 'D6'),
		free(13, 'D7'),
		withoutPullUp(taken(16, 'D0', 'warn', HIGH_AT_POWER_ON)),
		strap(0, 'D3', 'warn', 'A relay that pulls it low at power-on keeps the board from starting.'),
		strap(2, 'D4', 'warn', 'Must be high at power-on; the blue light hangs on it.'),
		strap(15, 'D8', 'refuse', 'Must be low at power-on: a relay board that pulls it up keeps the board from starting.'),
		taken(1, 'TX', 'refuse', LOG_PIN),
		taken(3, 'RX', 'refuse', USB_PIN),
	];
}
