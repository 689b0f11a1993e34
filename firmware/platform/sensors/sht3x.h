#pragma once

#include "i2c.h"

/** Sensirion, Datasheet SHT3x-DIS, version 7, chapter 4. */
namespace mooring {

constexpr size_t SHT3X_BYTES = 6;
/** The longest measurement of high repeatability takes 15.5 ms. */
constexpr uint32_t SHT3X_MEASUREMENT_MS = 16;

/** Begins to measure, at either address. False if nobody answers. */
bool sht3x_start(I2c &i2c, uint8_t *address);
bool sht3x_read(I2c &i2c, uint8_t address, uint8_t out[SHT3X_BYTES]);
/** False if a CRC is wrong. */
bool sht3x_convert(const uint8_t bytes[SHT3X_BYTES], float *celsius, float *percent);

} // namespace mooring
