#pragma once

#include "../../core/hal.h"
#include "pins.h"

/**
 * Maxim, DS18B20 data sheet 19-7487, and application note 187 for the search: sensors on one pin, not powered through
 * the data wire.
 */
namespace mooring {

constexpr uint32_t DS18B20_BYTES = 9;
constexpr uint32_t DS18B20_CONVERSION_MS = 750;

/** All sensors on the wire begin to measure. False if nobody answers. */
bool ds18b20_start(Pins &pins, uint32_t pin);
/**
 * Reads the scratchpad of the sensor with this address, DS18B20_CONVERSION_MS later; nullptr: of the only one on the
 * wire. False if nobody answers.
 */
bool ds18b20_read(Pins &pins, uint32_t pin, const uint8_t *address, uint8_t out[DS18B20_BYTES]);
/** Finds the next address on the wire, in about 14 ms. False if there is none, or if its CRC is wrong. */
bool ds18b20_search(Pins &pins, uint32_t pin, WireSearch *search);
/** False if the CRC is wrong, or if the sensor has not measured since power-on. */
bool ds18b20_convert(const uint8_t scratchpad[DS18B20_BYTES], float *celsius);

} // namespace mooring
