/** A pad on the edge of a board: a GPIO number, or the label printed beside any other pad. */
export type Pad = number | string;

/** What is drawn between the pads, and below them. */
export type Body = 'module' | 'chip' | 'relays' | 'mains' | 'plug-in' | 'none';

export interface Layout {
	/** pads from top to bottom, seen from the component side with the antenna at the top */
	left: readonly Pad[];
	right: readonly Pad[];
	body: Body;
	/** printed on the module or chip */
	mark: string;
	/** the D1 mini's step beside its reset button */
	notch?: true;
	/** how many relays are on it */
	relays?: number;
}

/**
 * The drawings, by board id in the catalogue. The order of the pads comes from the sources that the catalogue names. The
 * headers of relay boards differ between makers, so their pads are grouped by function.
 */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
	'd1-mini': {
		left: ['RST', 'A0', 16, 14, 12, 13, 15, '3V3'],
		right: [1, 3, 5, 4, 0, 2, 'G', '5V'],
		body: 'module',
		mark: 'ESP-12F',
		notch: true,
	},
	'nodemcu-v2': {
		left: ['A0', 'RSV', 'RSV', 'SD3', 'SD2', 'SD1', 'CMD', 'SD0', 'CLK', 'G', '3V3', 'EN', 'RST', 'G', 'VIN'],
		right: [16, 5, 4, 0, 2, '3V3', 'G', 14, 12, 13, 15, 3, 1, 'G', '3V3'],
		body: 'module',
		mark: 'ESP-12E',
	},
	'esp-01s-relay': {
		left: [3, 0, 2, 'G'],
		right: ['3V3', 'RST', 'EN', 1],
		body: 'plug-in',
		mark: 'ESP-01S',
		relays: 1,
	},
	'esp12f-relay-x4': {
		left: ['A0', 'EN', 16, 14, 12, 13, '5V'],
		right: [5, 4, 0, 2, 15, 1, 3],
		body: 'relays',
		mark: 'ESP-12F',
		relays: 4,
	},
	'sonoff-basic-r2': {
		left: ['3V3', 3, 1, 'G'],
		right: [12, 13, 0],
		body: 'mains',
		mark: 'ESP8285',
		relays: 1,
	},
	'esp32-devkit': {
		left: ['3V3', 'EN', 36, 39, 34, 35, 32, 33, 25, 26, 27, 14, 12, 'G', 13, 'D2', 'D3', 'CMD', '5V'],
		right: ['G', 23, 22, 1, 3, 21, 'G', 19, 18, 5, 17, 16, 4, 0, 2, 15, 'D1', 'D0', 'CLK'],
		body: 'module',
		mark: 'ESP32',
	},
	'esp32-relay-x4': {
		left: [32, 33, 25, 26, '5V'],
		right: [23, 0, 1, 3, 'G'],
		body: 'relays',
		mark: 'ESP32',
		relays: 4,
	},
	'esp32-c3-supermini': {
		left: [0, 1, 2, 3, 4, '3V3', 'G', '5V'],
		right: [21, 20, 10, 9, 8, 7, 6, 5],
		body: 'chip',
		mark: 'C3',
	},
	'esp32-c3-devkitm-1': {
		left: ['G', '3V3', '3V3', 2, 3, 'G', 'RST', 'G', 0, 1, 10, 'G', '5V', '5V', 'G'],
		right: ['G', 21, 20, 'G', 9, 8, 'G', 7, 6, 5, 4, 'G', 18, 19, 'G'],
		body: 'module',
		mark: 'C3-MINI',
	},
	'esp32-s3-devkitc-1': {
		left: ['3V3', '3V3', 'RST', 4, 5, 6, 7, 15, 16, 17, 18, 8, 3, 46, 9, 10, 11, 12, 13, 14, '5V', 'G'],
		right: ['G', 43, 44, 1, 2, 42, 41, 40, 39, 38, 37, 36, 35, 0, 45, 48, 47, 21, 20, 19, 'G', 'G'],
		body: 'module',
		mark: 'S3',
	},
	virtual: { left: [0, 1, 2, 3, 4, 5, 6, 7], right: [8, 9, 10, 11, 12, 13, 14, 15], body: 'none', mark: 'VIRTUAL' },
};
