import { ESP8266 } from '../chips/esp8266.ts';
import { type BoardEntry, button } from '../entry.ts';
import { inCase } from '../flashing.ts';

export const sonoff4chProR2: BoardEntry = {
	id: 'sonoff-4ch-pro-r2',
	name: 'Sonoff 4CH Pro R2',
	family: 'sonoff',
	chip: ESP8266,
	flash: 'esp8266-1mb',
	source:
		'Sonoff 4CH Pro R2 in the ESPHome device list (https://devices.esphome.io/devices/Sonoff-4CH-Pro-R2); Tasmota’s documentation (https://tasmota.github.io/docs/devices/Sonoff-4CH-Pro/)',
	pins: [
		{ gpio: 12, label: 'Relay 1', use: 'free' },
		{ gpio: 5, label: 'Relay 2', use: 'free' },
		{ gpio: 4, label: 'Relay 3', use: 'free' },
		{ gpio: 15, label: 'Relay 4', use: 'warn', why: 'must-be-low' },
		{ gpio: 0, label: 'Button 1', use: 'read', why: 'button' },
		{ gpio: 9, label: 'Button 2', use: 'read', why: 'own-button' },
		{ gpio: 10, label: 'Button 3', use: 'read', why: 'own-button' },
		{ gpio: 14, label: 'Button 4', use: 'read', why: 'own-button' },
		{ gpio: 13, label: 'Light', use: 'refuse', why: 'light' },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 3, label: 'RX', use: 'refuse', why: 'flash-adapter' },
	],
	relayKind: 'own',
	relayPins: [12, 5, 4, 15],
	relays: [12, 5, 4, 15].map((gpio) => ({ gpio, activeLow: false })),
	inputs: [0, 9, 10, 14].map((gpio, index) => ({ ...button(gpio, index + 1), name: `Button ${index + 1}` })),
	light: { gpio: 13, activeLow: true },
	sensors: [],
	flashing: inCase({ pins: '3V3, RX, TX, GND, IO0', start: { code: 'hold-pin', what: 'IO0' } }),
	drawing: {
		left: [12, 5, 4, 15, '3V3', 'G'],
		right: [0, 9, 10, 14, 13, 3, 1],
		body: 'relays',
		mark: 'ESP8285',
		relays: 4,
	},
};
