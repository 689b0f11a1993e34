import type { BoardEntry } from '../entry.ts';
import { sonoffBasicR2 } from './sonoff-basic.ts';

export const sonoffTh: BoardEntry = {
	...sonoffBasicR2,
	id: 'sonoff-th',
	name: 'Sonoff TH10 and TH16',
	source:
		'Sonoff TH10/TH16 in the ESPHome device list (https://devices.esphome.io/devices/Sonoff-TH10); Tasmota’s documentation (https://tasmota.github.io/docs/devices/Sonoff-TH/)',
	// The jack of the sensor is led out, so that nothing has to be wired inside.
	pins: [
		...sonoffBasicR2.pins.filter(({ gpio }) => gpio !== 3),
		{ gpio: 3, label: 'RX', use: 'refuse', why: 'flash-adapter' },
		{ gpio: 14, label: 'Jack', use: 'warn', why: 'sensor-jack' },
	],
	drawing: { ...sonoffBasicR2.drawing, right: [12, 13, 0, 14], mark: 'ESP8266' },
};
