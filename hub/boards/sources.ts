const ESPRESSIF = 'docs.espressif.com/projects';

/** Where each fact of the catalogue comes from, so that a person can look it up. */
export const SOURCES = {
	/** GPIO0, 2 and 15 decide how an ESP8266 starts; which of them are pulled */
	esp8266Boot: `Espressif esptool documentation, Boot Mode Selection, ESP8266 (${ESPRESSIF}/esptool/en/latest/esp8266/advanced-topics/boot-mode-selection.html)`,
	/** pins, their functions, GPIO16, which has a pull-down and no pull-up */
	esp8266: 'Espressif, ESP8266EX Datasheet, 2 Pin Definitions',
	/** GPIO0, 2, 5, 12 and 15 */
	esp32Boot: `Espressif, ESP32 Datasheet, Strapping Pins; esptool documentation, Boot Mode Selection, ESP32 (${ESPRESSIF}/esptool/en/latest/esp32/advanced-topics/boot-mode-selection.html)`,
	/** which pins only read and have no pull-up, which belong to the flash */
	esp32: `Espressif, ESP-IDF Programming Guide, GPIO & RTC GPIO, ESP32 (${ESPRESSIF}/esp-idf/en/latest/esp32/api-reference/peripherals/gpio.html)`,
	/** GPIO2, 8 and 9 */
	c3Boot: 'Espressif, ESP32-C3 Datasheet, Strapping Pins; ESP32-C3 Wireless Adventure, 5.2.6 Strapping Pins',
	c3: `Espressif, ESP-IDF Programming Guide, GPIO, ESP32-C3 (${ESPRESSIF}/esp-idf/en/latest/esp32c3/api-reference/peripherals/gpio.html)`,
	/** GPIO0, 3, 45 and 46 */
	s3Boot: 'Espressif, ESP32-S3 Datasheet, Strapping Pins',
	s3: `Espressif, ESP-IDF Programming Guide, GPIO & RTC GPIO, ESP32-S3 (${ESPRESSIF}/esp-idf/en/latest/esp32s3/api-reference/peripherals/gpio.html)`,

	d1Mini: 'Wemos/LOLIN, D1 mini pin-out (wemos.cc/en/latest/d1/d1_mini.html)',
	nodeMcu: 'NodeMCU DevKit v1.0 (“v2”) pin-out (github.com/nodemcu/nodemcu-devkit-v1.0)',
	esp01s: 'Ai-Thinker, ESP-01S Specification, Pin Description',
	esp01sRelay: 'ESP-01S Relay v4.0 in the Tasmota templates (templates.blakadder.com/ESP01S-relay-v4.html)',
	esp12fRelay:
		'ESP-12F_Relay_X4 in the ESPHome device list (devices.esphome.io/devices/ESP-12F-Relay-X4), with the maker’s manual',
	sonoffBasicR2: 'Sonoff BASIC R2 v1.4 in the ESPHome device list (devices.esphome.io/devices/Sonoff-BASIC-R2-v1.4)',
	devKitC: `Espressif, ESP32-DevKitC V4 user guide, Header Block J2 and J3 (${ESPRESSIF}/esp-dev-kits/en/latest/esp32/esp32-devkitc/user_guide.html)`,
	esp32Relay: 'ESP32_Relay_X4 in the Tasmota templates (templates.blakadder.com/ESP32_Relay_X4.html)',
	esp32RelayButton: 'ESP32_Relay X4 in the ESPHome device list (devices.esphome.io/devices/ESP32-Relay-x4)',
	c3SuperMini: 'ESP32-C3 SuperMini pin-out as printed on the board and in its shops’ drawings',
	c3DevKitM: `Espressif, ESP32-C3-DevKitM-1 user guide, Header Block J1 and J3 (${ESPRESSIF}/esp-dev-kits/en/latest/esp32c3/esp32-c3-devkitm-1/user_guide.html)`,
	s3DevKitC: `Espressif, ESP32-S3-DevKitC-1 user guide, Header Block J1 and J3 (${ESPRESSIF}/esp-dev-kits/en/latest/esp32s3/esp32-s3-devkitc-1/user_guide.html)`,
	/** not hardware: the hub plays it */
	ours: 'Mooring’s virtual board',
} as const;
