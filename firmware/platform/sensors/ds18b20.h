#pragma once

#include "pins.h"

/** Maxim, DS18B20 data sheet 19-7487: a single sensor on its pin, not powered through the data wire. */
namespace mooring {

constexpr uint32_t DS18B20_BYTES = 9;
constexpr uint32_t DS18B20_CONVERSION_MS = 750;

/** Begins to measure. False if nobody answers. */
bool ds18b20_start(Pins &pins, uint32_t pin);
/** Reads the scratchpad, DS18B20_CONVERSION_MS later. False if nobody answers. */
bool ds18b20_read(Pins &pins, uint32_t pin, uint8_t out[DS18B20_BYTES]);
/** False if the CRC is wrong, or if the sensor has not measured since power-on. */
bool ds18b20_convert(const uint8_t scratchpad[DS18B20_BYTES], float *celsius);

} // namespace mooring
