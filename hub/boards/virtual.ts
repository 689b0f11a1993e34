import type { Board } from '../../protocol/dashboard/boards.ts';
import { pinsOf } from './pins.ts';
import { SENSORS } from './sensors.ts';
import { SOURCES } from './sources.ts';

const { free } = pinsOf({ chip: SOURCES.ours, boot: SOURCES.ours });

export const VIRTUAL_BOARD: Board = {
	id: 'virtual',
	name: 'Virtual board',
	chip: 'virtual',
	virtual: true,
	wifi: false,
	flash: null,
	source: SOURCES.ours,
	pins: Array.from({ length: 16 }, (_, gpio) => free(gpio, `V${gpio + 1}`)),
	relayPins: Array.from({ length: 16 }, (_, gpio) => gpio),
	sensors: ['virtual', ...SENSORS],
	relayKind: 'simulated',
	defaults: {
		relays: [
			{ gpio: 0, activeLow: false },
			{ gpio: 1, activeLow: false },
		],
		inputs: [],
	},
};
