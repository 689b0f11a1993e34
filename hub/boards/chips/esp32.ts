import { type Chip, range } from './chip.ts';

export const ESP32: Chip = {
	name: 'ESP32',
	pins: [...range(0, 5), ...range(12, 19), ...range(21, 23), ...range(25, 27), ...range(32, 39)],
	strapping: [0, 2, 5, 12, 15],
	inputOnly: range(34, 39),
	withoutPullUp: range(34, 39),
	log: 1,
	source:
		'Espressif, ESP-IDF Programming Guide, GPIO & RTC GPIO, ESP32 (https://docs.espressif.com/projects/esp-idf/en/latest/esp32/api-reference/peripherals/gpio.html)',
	bootSource:
		'Espressif, esptool documentation, Boot Mode Selection, ESP32 (https://docs.espressif.com/projects/esptool/en/latest/esp32/advanced-topics/boot-mode-selection.html); ESP32 Datasheet, Strapping Pins',
};
