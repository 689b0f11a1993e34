#pragma once

#include "i2c.h"

/**
 * Bosch, BME280 data sheet BST-BME280-DS002, chapters 4 and 5, and BMP280 data sheet BST-BMP280-DS001, chapters 3 and 4:
 * the same registers and formulas without humidity. The chips have no check sums.
 */
namespace mooring {

/** Registers 0x88 to 0xA1 and 0xE1 to 0xE7, one behind the other. */
constexpr size_t BME280_TRIMMING_BYTES = 33;
/** Registers 0xF7 to 0xFE; a BMP280 has those up to 0xFC. */
constexpr size_t BME280_BYTES = 8, BMP280_BYTES = 6;
/** What the chips call themselves. */
constexpr uint8_t IS_BME280 = 0x60, IS_BMP280 = 0x58;
/** A measurement with each quantity sampled once takes at most 9.3 ms, and 6.4 ms without humidity. */
constexpr uint32_t BME280_MEASUREMENT_MS = 10;

/** Begins to measure, at either address. False if no such chip answers. */
bool bme280_start(I2c &i2c, uint8_t chip, uint8_t *address);
bool bme280_read(I2c &i2c, uint8_t chip, uint8_t address, uint8_t trimming[BME280_TRIMMING_BYTES],
				 uint8_t out[BME280_BYTES]);
/** False if it has not measured at all; NaN for a quantity that it has not measured. */
bool bme280_convert(const uint8_t trimming[BME280_TRIMMING_BYTES], const uint8_t bytes[BME280_BYTES], float *celsius,
					float *percent, float *hectopascal);

} // namespace mooring
