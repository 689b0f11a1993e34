/**
 * Where the config file lies in the flash, bytes from its start; one sector.
 *
 * ESP8266: the sector that the Arduino core keeps for EEPROM, out of the reach of updates over the air: size − 0x5000
 * (esp8266/Arduino, tools/sdk/ld/eagle.flash.4m2m.ld and eagle.flash.1m64.ld). ESP32: the partition `cfg` of the
 * firmware's own partition table.
 */
export const FLASH = {
	esp8266With4Mb: { sizeBytes: 0x400000, configOffset: 0x3fb000 },
	esp8266With1Mb: { sizeBytes: 0x100000, configOffset: 0xfb000 },
	esp32: { sizeBytes: 0x400000, configOffset: 0x3d0000 },
} as const;
