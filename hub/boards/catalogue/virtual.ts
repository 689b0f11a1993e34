import type { Board } from '../../../protocol/dashboard/boards.ts';
import { range } from '../chips/chip.ts';
import { SENSORS } from '../sensors.ts';

/** Not hardware: the hub plays it. */
const SOURCE = 'Mooring’s virtual board';
const PINS = 16;

export const VIRTUAL_BOARD: Board = {
	id: 'virtual',
	name: 'Virtual board',
	otherNames: [],
	family: 'virtual',
	chip: 'virtual',
	virtual: true,
	wifi: false,
	flash: null,
	source: SOURCE,
	pins: Array.from({ length: PINS }, (_, gpio) => ({
		gpio,
		label: `V${gpio + 1}`,
		use: 'free',
		strapping: false,
		source: SOURCE,
	})),
	relayPins: range(0, PINS - 1),
	sensors: ['virtual', ...SENSORS],
	relayKind: 'simulated',
	light: null,
	flashing: [],
	drawing: { left: range(0, PINS / 2 - 1), right: range(PINS / 2, PINS - 1), body: 'none', mark: 'VIRTUAL' },
	defaults: {
		relays: [
			{ gpio: 0, activeLow: false },
			{ gpio: 1, activeLow: false },
		],
		inputs: [],
	},
};
