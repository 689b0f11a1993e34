import { ESP8266 } from '../chips/esp8266.ts';
import type { BoardEntry } from '../entry.ts';
import { BY_ADAPTER } from '../flashing.ts';
import { ONE_PIN_SENSORS } from '../sensors.ts';

const MODULE = 'Ai-Thinker, ESP-01S (https://docs.ai-thinker.com/en/esp8266)';

export const esp01sRelay: BoardEntry = {
	id: 'esp-01s-relay',
	name: 'ESP-01S relay',
	otherNames: ['ESP-01S Relay v4.0'],
	family: 'relay-board',
	chip: ESP8266,
	flash: 'esp8266-1mb',
	source: 'ESP-01S Relay v4.0 in the Tasmota templates (https://templates.blakadder.com/ESP01S-relay-v4.html)',
	pins: [
		{ gpio: 0, label: 'IO0', use: 'warn', why: 'own-relay-waits' },
		{ gpio: 2, label: 'IO2', use: 'warn', why: 'must-be-high-for-sensor', source: ESP8266.bootSource },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log', source: MODULE },
		{ gpio: 3, label: 'RX', use: 'warn', why: 'free-once-flashed', source: MODULE },
	],
	relayKind: 'own',
	relayPins: [0],
	relays: [{ gpio: 0, activeLow: true }],
	light: { gpio: 2, activeLow: true },
	sensors: ONE_PIN_SENSORS,
	flashing: [{ code: 'mains' }, { code: 'take-out' }, ...BY_ADAPTER],
	drawing: {
		left: [3, 0, 2, 'G'],
		right: ['3V3', 'RST', 'EN', 1],
		body: 'plug-in',
		mark: 'ESP-01S',
		relays: 1,
	},
};
