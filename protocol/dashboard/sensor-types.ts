/** What the types of sensors measure and need. Only constants, beside LIMITS, which every page loads. */

/** The quantities that a sensor of each type measures. */
export const SENSOR_UNITS = {
	dht22: ['celsius', 'percent'],
	ds18b20: ['celsius'],
	sht3x: ['celsius', 'percent'],
	bme280: ['celsius', 'percent', 'hectopascal'],
	virtual: ['celsius'],
	dht11: ['celsius', 'percent'],
	sht4x: ['celsius', 'percent'],
	bmp280: ['celsius', 'hectopascal'],
	bh1750: ['lux'],
} as const;
/** Sensors on I2C, which need two pins. */
export const TWO_PIN_SENSORS: ReadonlySet<string> = new Set(['sht3x', 'bme280', 'sht4x', 'bmp280', 'bh1750']);
/** Quantities whose readings people can correct by an offset. */
export const CALIBRATED_UNITS = ['celsius', 'percent', 'hectopascal'] as const;
