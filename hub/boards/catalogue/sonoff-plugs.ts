import { type BoardEntry } from '../entry.ts';
import { inCase } from '../flashing.ts';
import { sonoffBasicR2 } from './sonoff-basic.ts';

const WIKI =
	'Sonoff S20/S26 in the wiki of esp-homekit-devices (https://github.com/RavenSystem/esp-homekit-devices/wiki/Sonoff-Devices)';

export const sonoffS20: BoardEntry = {
	...sonoffBasicR2,
	id: 'sonoff-s20',
	name: 'Sonoff S20',
	source: `Sonoff S20 in the ESPHome device list (https://devices.esphome.io/devices/Sonoff-S20); ${WIKI}`,
	drawing: { ...sonoffBasicR2.drawing, mark: 'ESP8266' },
};

export const sonoffS26: BoardEntry = {
	...sonoffBasicR2,
	id: 'sonoff-s26',
	name: 'Sonoff S26',
	source: `Sonoff S26 in the ESPHome device list (https://devices.esphome.io/devices/Sonoff-S26); ${WIKI}`,
	flashing: inCase({
		pins: '3V3, RX, TX, GND',
		start: { code: 'hold-button', what: 'IO0' },
	}).flatMap((step) => (step.code === 'adapter' ? [{ code: 'solder' }, step] : [step])),
	drawing: { ...sonoffBasicR2.drawing, mark: 'ESP8266' },
};
