import { ESP32_C3 } from '../chips/esp32-c3.ts';
import { type BoardEntry, button, wallSwitch } from '../entry.ts';

export const shellyPlus1Mini: BoardEntry = {
	id: 'shelly-plus-1-mini',
	name: 'Shelly Plus 1 Mini',
	family: 'shelly',
	chip: ESP32_C3,
	flash: 'esp32-4mb',
	source: 'Shelly Plus 1 Mini in the ESPHome device list (https://devices.esphome.io/devices/Shelly-Plus-1-Mini)',
	pins: [
		{ gpio: 7, label: 'Relay', use: 'free' },
		{ gpio: 10, label: 'SW', use: 'read', why: 'wall-switch' },
		{ gpio: 1, label: 'Button', use: 'read', why: 'own-button' },
		{ gpio: 0, label: 'Light', use: 'refuse', why: 'light' },
		{ gpio: 9, label: 'IO9', use: 'refuse', why: 'pins-on-mains' },
		{ gpio: 21, label: 'TX', use: 'refuse', why: 'log', source: ESP32_C3.source },
		{ gpio: 20, label: 'RX', use: 'refuse', why: 'pins-on-mains', source: ESP32_C3.source },
	],
	relayKind: 'own',
	relayPins: [7],
	relays: [{ gpio: 7, activeLow: false }],
	inputs: [wallSwitch(10, 1, { closed: 'high', pullUp: false }), button(1, 1)],
	light: { gpio: 0, activeLow: true },
	sensors: [],
	flashing: [
		{ code: 'mains' },
		{ code: 'ground-is-mains' },
		{ code: 'pins', what: '3V3, RX, TX, GND, IO9' },
		{ code: 'adapter' },
		{ code: 'hold-pin', what: 'IO9' },
		{ code: 'close' },
	],
	drawing: {
		left: ['3V3', 20, 21, 9, 'G'],
		right: [7, 0, 1, 10],
		body: 'mains',
		mark: 'C3',
		relays: 1,
	},
};
