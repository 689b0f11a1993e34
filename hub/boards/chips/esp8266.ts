import { type Chip, range } from './chip.ts';

export const ESP8266: Chip = {
	name: 'ESP8266',
	// 9 and 10 belong to a flash that is read over four wires: only for boards whose environment has flash mode dout.
	pins: [...range(0, 5), 9, 10, ...range(12, 16)],
	strapping: [0, 2, 15],
	inputOnly: [],
	withoutPullUp: [16],
	log: 1,
	source:
		'Espressif, ESP8266EX Datasheet, 2 Pin Definitions (https://www.espressif.com/sites/default/files/documentation/0a-esp8266ex_datasheet_en.pdf)',
	bootSource:
		'Espressif, esptool documentation, Boot Mode Selection, ESP8266 (https://docs.espressif.com/projects/esptool/en/latest/esp8266/advanced-topics/boot-mode-selection.html)',
};
