#pragma once

#include "i2c.h"

/** Rohm, BH1750FVI technical note: "Instruction Set Architecture", "Measurement Procedure". It has no check sums. */
namespace mooring {

constexpr size_t BH1750_BYTES = 2;
/** The longest measurement of high resolution takes 180 ms. */
constexpr uint32_t BH1750_MEASUREMENT_MS = 180;

/** Begins to measure, at either address. False if nobody answers. */
bool bh1750_start(I2c &i2c, uint8_t *address);
bool bh1750_read(I2c &i2c, uint8_t address, uint8_t out[BH1750_BYTES]);
float bh1750_convert(const uint8_t bytes[BH1750_BYTES]);

} // namespace mooring
