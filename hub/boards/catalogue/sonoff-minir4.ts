import { ESP32 } from '../chips/esp32.ts';
import { type BoardEntry, button, wallSwitch } from '../entry.ts';
import { inCase } from '../flashing.ts';

export const sonoffMiniR4: BoardEntry = {
	id: 'sonoff-minir4',
	name: 'Sonoff MINIR4',
	otherNames: ['Sonoff Mini R4 Extreme'],
	family: 'sonoff',
	chip: ESP32,
	flash: 'esp32-4mb',
	source: '“Sonoff Mini R4 Extreme” in the ESPHome device list (https://devices.esphome.io)',
	pins: [
		{ gpio: 26, label: 'Relay', use: 'free' },
		{ gpio: 0, label: 'Button', use: 'read', why: 'button' },
		{ gpio: 27, label: 'S2', use: 'read', why: 'wall-switch' },
		{ gpio: 19, label: 'Light', use: 'refuse', why: 'light' },
		{ gpio: 1, label: 'TX', use: 'refuse', why: 'log' },
		{ gpio: 3, label: 'RX', use: 'refuse', why: 'flash-adapter' },
	],
	relayKind: 'own',
	relayPins: [26],
	relays: [{ gpio: 26, activeLow: false }],
	inputs: [button(0, 1), wallSwitch(27, 1, { closed: 'low', pullUp: true })],
	light: { gpio: 19, activeLow: true },
	sensors: [],
	flashing: inCase({
		pins: '3V3, RX, TX, GND',
		first: [{ code: 'locked', what: 'MINIR4M' }],
		start: { code: 'hold-button', what: 'IO0' },
	}).flatMap((step) => (step.code === 'adapter' ? [{ code: 'solder' }, step] : [step])),
	drawing: {
		left: ['3V3', 3, 1, 'G'],
		right: [26, 19, 0, 27],
		body: 'mains',
		mark: 'ESP32',
		relays: 1,
	},
};
