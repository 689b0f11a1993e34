import { ESP8266 } from '../chips/esp8266.ts';
import { type BoardEntry, wallSwitch } from '../entry.ts';

export const shelly1: BoardEntry = {
	id: 'shelly-1',
	name: 'Shelly 1',
	family: 'shelly',
	chip: ESP8266,
	flash: 'esp8266-2mb',
	source:
		'Shelly 1 in the ESPHome device list (https://devices.esphome.io/devices/Shelly-1); Tasmota’s documentation (https://tasmota.github.io/docs/devices/Shelly-1/)',
	pins: [
		{ gpio: 4, label: 'Relay', use: 'free' },
		{ gpio: 5, label: 'SW', use: 'read', why: 'wall-switch' },
		{ gpio: 0, label: 'IO0', use: 'refuse', why: 'pins-on-mains' },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 3, label: 'RX', use: 'refuse', why: 'pins-on-mains' },
	],
	relayKind: 'own',
	relayPins: [4],
	relays: [{ gpio: 4, activeLow: false }],
	inputs: [wallSwitch(5, 1, { closed: 'high', pullUp: false })],
	light: null,
	sensors: [],
	flashing: [
		{ code: 'mains' },
		{ code: 'ground-is-mains' },
		{ code: 'pins', what: '3V3, RX, TX, GND, IO0' },
		{ code: 'adapter' },
		{ code: 'hold-pin', what: 'IO0' },
		{ code: 'close' },
	],
	drawing: {
		left: ['3V3', 3, 1, 0, 'G'],
		right: [4, 5],
		body: 'mains',
		mark: 'ESP8266',
		relays: 1,
	},
};
