#pragma once

#include "pins.h"

/** Aosong, AM2302/DHT22 product manual, "Single-bus communication". */
namespace mooring {

constexpr uint32_t DHT22_BYTES = 5;

/** Reads the sensor, which takes about 6 ms. False if it does not answer. */
bool dht22_read(Pins &pins, uint32_t pin, uint8_t out[DHT22_BYTES]);
/** False if the check sum is wrong. */
bool dht22_convert(const uint8_t bytes[DHT22_BYTES], float *celsius, float *percent);

} // namespace mooring
