#pragma once

#include "pins.h"

/** Maxim, DS18B20 data sheet 19-7487: one sensor alone on its pin, with power of its own. */
namespace mooring {

constexpr uint32_t DS18B20_BYTES = 9;
constexpr uint32_t DS18B20_CONVERSION_MS = 750;

/** Begins to measure. False where nobody answers. */
bool ds18b20_start(Pins &pins, uint32_t pin);
/** Its scratchpad, DS18B20_CONVERSION_MS later. False where nobody answers. */
bool ds18b20_read(Pins &pins, uint32_t pin, uint8_t out[DS18B20_BYTES]);
/** False where the CRC does not fit, or where it has not measured since it got its power. */
bool ds18b20_convert(const uint8_t scratchpad[DS18B20_BYTES], float *celsius);

} // namespace mooring
