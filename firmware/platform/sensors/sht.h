#pragma once

#include "i2c.h"

/** Sensirion, Datasheet SHT3x-DIS, version 7, chapter 4, and Datasheet SHT4x, chapters 3 (times) and 4 (operation). */
namespace mooring {

constexpr size_t SHT_BYTES = 6;
/** The longest measurement of high repeatability takes 15.5 ms, that of high precision 8.3 ms. */
constexpr uint32_t SHT3X_MEASUREMENT_MS = 16, SHT4X_MEASUREMENT_MS = 9;

/** Begins to measure, at any of its addresses. False if nobody answers. */
bool sht3x_start(I2c &i2c, uint8_t *address);
bool sht4x_start(I2c &i2c, uint8_t *address);
bool sht_read(I2c &i2c, uint8_t address, uint8_t out[SHT_BYTES]);
/** False if a CRC is wrong. */
bool sht3x_convert(const uint8_t bytes[SHT_BYTES], float *celsius, float *percent);
bool sht4x_convert(const uint8_t bytes[SHT_BYTES], float *celsius, float *percent);

} // namespace mooring
