import { ESP8266 } from '../chips/esp8266.ts';
import { type BoardEntry, button, wallSwitch } from '../entry.ts';

export const shelly25: BoardEntry = {
	id: 'shelly-2.5',
	name: 'Shelly 2.5',
	family: 'shelly',
	chip: ESP8266,
	flash: 'esp8266-2mb',
	source:
		'Shelly 2.5 in Tasmota’s documentation (https://tasmota.github.io/docs/devices/Shelly-2.5/) and in the ESPHome device list (https://devices.esphome.io/devices/Shelly-25)',
	pins: [
		{ gpio: 4, label: 'Relay 1', use: 'free' },
		{ gpio: 15, label: 'Relay 2', use: 'warn', why: 'must-be-low' },
		{ gpio: 13, label: 'SW1', use: 'read', why: 'wall-switch' },
		{ gpio: 5, label: 'SW2', use: 'read', why: 'wall-switch' },
		{ gpio: 2, label: 'Button', use: 'read', why: 'own-button' },
		{ gpio: 0, label: 'Light', use: 'refuse', why: 'light' },
		{ gpio: 12, label: 'SDA', use: 'refuse', why: 'power-meter' },
		{ gpio: 14, label: 'SCL', use: 'refuse', why: 'power-meter' },
		{ gpio: 16, label: 'IRQ', use: 'refuse', why: 'power-meter' },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 3, label: 'RX', use: 'refuse', why: 'pins-on-mains' },
	],
	relayKind: 'own',
	relayPins: [4, 15],
	relays: [4, 15].map((gpio) => ({ gpio, activeLow: false })),
	inputs: [
		{ ...wallSwitch(13, 1, { closed: 'high', pullUp: false }), name: 'Switch 1' },
		{ ...wallSwitch(5, 2, { closed: 'high', pullUp: false }), name: 'Switch 2' },
		button(2, 1),
	],
	light: { gpio: 0, activeLow: true },
	sensors: [],
	flashing: [
		{ code: 'mains' },
		{ code: 'ground-is-mains' },
		{ code: 'pins', what: '3V3, RX, TX, GND, IO0' },
		{ code: 'thin-pins' },
		{ code: 'adapter' },
		{ code: 'hold-pin', what: 'IO0' },
		{ code: 'close' },
	],
	drawing: {
		left: ['3V3', 3, 1, 0, 'G', 12],
		right: [4, 15, 13, 5, 2, 14, 16],
		body: 'mains',
		mark: 'ESP8266',
		relays: 2,
	},
};
