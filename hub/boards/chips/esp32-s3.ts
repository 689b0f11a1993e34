import { type Chip, range } from './chip.ts';

export const ESP32_S3: Chip = {
	name: 'ESP32-S3',
	pins: [...range(0, 21), ...range(33, 48)],
	strapping: [0, 3, 45, 46],
	inputOnly: [],
	withoutPullUp: [],
	log: 43,
	source:
		'Espressif, ESP-IDF Programming Guide, GPIO & RTC GPIO, ESP32-S3 (https://docs.espressif.com/projects/esp-idf/en/latest/esp32s3/api-reference/peripherals/gpio.html)',
	bootSource:
		'Espressif, esptool documentation, Boot Mode Selection, ESP32-S3 (https://docs.espressif.com/projects/esptool/en/latest/esp32s3/advanced-topics/boot-mode-selection.html); ESP32-S3 Datasheet, Strapping Pins',
};
