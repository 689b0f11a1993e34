import { type Chip, range } from './chip.ts';

export const ESP32_C3: Chip = {
	name: 'ESP32-C3',
	pins: [...range(0, 10), ...range(18, 21)],
	strapping: [2, 8, 9],
	inputOnly: [],
	withoutPullUp: [],
	log: 21,
	source:
		'Espressif, ESP-IDF Programming Guide, GPIO, ESP32-C3 (https://docs.espressif.com/projects/esp-idf/en/latest/esp32c3/api-reference/peripherals/gpio.html)',
	bootSource:
		'Espressif, esptool documentation, Boot Mode Selection, ESP32-C3 (https://docs.espressif.com/projects/esptool/en/latest/esp32c3/advanced-topics/boot-mode-selection.html); ESP32-C3 Datasheet, Strapping Pins',
};
