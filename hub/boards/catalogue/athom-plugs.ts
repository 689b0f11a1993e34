import { ESP32_C3 } from '../chips/esp32-c3.ts';
import { ESP8266 } from '../chips/esp8266.ts';
import { type BoardEntry, button } from '../entry.ts';
import { inCase } from '../flashing.ts';

export const athomPlugV2: BoardEntry = {
	id: 'athom-plug-v2',
	name: 'Athom plug V2',
	otherNames: ['PG01V2-EU16A', 'PG05V2-AU10A'],
	family: 'athom',
	chip: ESP8266,
	flash: 'esp8266-1mb',
	source:
		'Athom Smart Plug AU V2 in the ESPHome device list (https://devices.esphome.io/devices/Athom-Smart-Plug-PG05V2-AU10A)',
	pins: [
		{ gpio: 12, label: 'Relay', use: 'free' },
		{ gpio: 5, label: 'Button', use: 'read', why: 'own-button' },
		{ gpio: 13, label: 'Light', use: 'refuse', why: 'light' },
		{ gpio: 3, label: 'RX', use: 'refuse', why: 'power-meter' },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log', source: ESP8266.source },
	],
	relayKind: 'own',
	relayPins: [12],
	relays: [{ gpio: 12, activeLow: false }],
	inputs: [button(5, 1)],
	light: { gpio: 13, activeLow: true },
	sensors: [],
	flashing: inCase({ pins: '3V3, RX, TX, GND, IO0', start: { code: 'hold-pin', what: 'IO0' } }),
	drawing: {
		left: ['3V3', 3, 1, 'G'],
		right: [12, 13, 5],
		body: 'mains',
		mark: 'ESP8285',
		relays: 1,
	},
};

export const athomPlugV3: BoardEntry = {
	...athomPlugV2,
	id: 'athom-plug-v3',
	name: 'Athom plug V3',
	otherNames: ['PG01V3-EU16A', 'PG03V3-US16A', 'PG04V3-UK16A', 'PG05V3-AU10A'],
	chip: ESP32_C3,
	flash: 'esp32-4mb',
	source:
		'Athom Smart Plug EU V3 in the ESPHome device list (https://devices.esphome.io/devices/Athom-Smart-Plug-PG01V3-EU16A); the maker’s configuration (https://github.com/athom-tech/esp32-configs/blob/main/athom-smart-plug.yaml)',
	pins: [
		{ gpio: 5, label: 'Relay', use: 'free' },
		{ gpio: 3, label: 'Button', use: 'read', why: 'own-button' },
		{ gpio: 6, label: 'Light', use: 'refuse', why: 'light' },
		{ gpio: 20, label: 'RX', use: 'refuse', why: 'power-meter' },
		{ gpio: 21, label: 'TX', use: 'refuse', why: 'log', source: ESP32_C3.source },
	],
	relayPins: [5],
	relays: [{ gpio: 5, activeLow: false }],
	inputs: [button(3, 1)],
	light: { gpio: 6, activeLow: true },
	flashing: inCase({ pins: '3V3, RX, TX, GND, IO9', start: { code: 'hold-pin', what: 'IO9' } }),
	drawing: {
		left: ['3V3', 20, 21, 'G'],
		right: [5, 6, 3],
		body: 'mains',
		mark: 'C3',
		relays: 1,
	},
};
