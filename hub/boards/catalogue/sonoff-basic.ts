import { ESP8266 } from '../chips/esp8266.ts';
import { type BoardEntry, button } from '../entry.ts';
import { inCase } from '../flashing.ts';
import { ONE_PIN_SENSORS } from '../sensors.ts';

export const sonoffBasicR2: BoardEntry = {
	id: 'sonoff-basic-r2',
	name: 'Sonoff Basic R2',
	family: 'sonoff',
	chip: ESP8266,
	flash: 'esp8266-1mb',
	source: 'Sonoff BASIC R2 v1.4 in the ESPHome device list (https://devices.esphome.io/devices/Sonoff-BASIC-R2-v1.4)',
	pins: [
		{ gpio: 12, label: 'Relay', use: 'free' },
		{ gpio: 0, label: 'Button', use: 'read', why: 'button' },
		{ gpio: 13, label: 'Light', use: 'refuse', why: 'light' },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 3, label: 'RX', use: 'warn', why: 'free-once-flashed-mains' },
	],
	relayKind: 'own',
	relayPins: [12],
	relays: [{ gpio: 12, activeLow: false }],
	inputs: [button(0, 1)],
	light: { gpio: 13, activeLow: true },
	sensors: ONE_PIN_SENSORS,
	flashing: inCase({ pins: '3V3, RX, TX, GND', start: { code: 'hold-button', what: 'IO0' } }),
	drawing: {
		left: ['3V3', 3, 1, 'G'],
		right: [12, 13, 0],
		body: 'mains',
		mark: 'ESP8285',
		relays: 1,
	},
};

export const sonoffBasicR3: BoardEntry = {
	...sonoffBasicR2,
	id: 'sonoff-basic-r3',
	name: 'Sonoff Basic R3',
	source:
		'Sonoff Basic in Tasmota’s documentation (https://tasmota.github.io/docs/devices/Sonoff-Basic/); Sonoff Basic R1 R2 R3 in the wiki of esp-homekit-devices (https://github.com/RavenSystem/esp-homekit-devices/wiki/Sonoff-Devices)',
};
