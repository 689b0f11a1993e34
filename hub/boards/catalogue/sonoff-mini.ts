import { ESP8266 } from '../chips/esp8266.ts';
import { type BoardEntry, button, wallSwitch } from '../entry.ts';
import { inCase } from '../flashing.ts';

export const sonoffMini: BoardEntry = {
	id: 'sonoff-mini',
	name: 'Sonoff Mini',
	family: 'sonoff',
	chip: ESP8266,
	flash: 'esp8266-1mb',
	source:
		'Sonoff Mini Relay in the ESPHome device list (https://devices.esphome.io/devices/Sonoff-Mini-Relay); Tasmota’s documentation (https://tasmota.github.io/docs/devices/Sonoff-Mini/)',
	pins: [
		{ gpio: 12, label: 'Relay', use: 'free' },
		{ gpio: 0, label: 'Button', use: 'read', why: 'button' },
		{ gpio: 4, label: 'S2', use: 'read', why: 'wall-switch' },
		{ gpio: 13, label: 'Light', use: 'refuse', why: 'light' },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 3, label: 'RX', use: 'refuse', why: 'flash-adapter' },
	],
	relayKind: 'own',
	relayPins: [12],
	relays: [{ gpio: 12, activeLow: false }],
	inputs: [button(0, 1), wallSwitch(4, 1, { closed: 'low', pullUp: true })],
	light: { gpio: 13, activeLow: true },
	sensors: [],
	flashing: inCase({ pins: '3V3, RX, TX, GND', start: { code: 'hold-button', what: 'IO0' } }),
	drawing: {
		left: ['3V3', 3, 1, 'G'],
		right: [12, 13, 0, 4],
		body: 'mains',
		mark: 'ESP8285',
		relays: 1,
	},
};

export const sonoffMiniR2: BoardEntry = {
	...sonoffMini,
	id: 'sonoff-mini-r2',
	name: 'Sonoff Mini R2',
	source:
		'sonoff_mini_r2.yaml of wjtje/esphome-config (https://github.com/wjtje/esphome-config/blob/main/config/devices/sonoff_mini_r2.yaml)',
};
