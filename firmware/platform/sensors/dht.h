#pragma once

#include "pins.h"

/**
 * Aosong, product manuals of AM2302/DHT22 ("Single-bus communication") and of DHT11 ("Single bus"): one wire, with start
 * signals of their own. The newer make of the DHT11 has tenths and a sign, which are 0 in the older one.
 */
namespace mooring {

constexpr uint32_t DHT_BYTES = 5;

/** Reads a DHT11, which takes about 26 ms. False if it does not answer. */
bool dht11_read(Pins &pins, uint32_t pin, uint8_t out[DHT_BYTES]);
/** Reads a DHT22, which takes about 6 ms. False if it does not answer. */
bool dht22_read(Pins &pins, uint32_t pin, uint8_t out[DHT_BYTES]);
/** False if the check sum is wrong. */
bool dht11_convert(const uint8_t bytes[DHT_BYTES], float *celsius, float *percent);
bool dht22_convert(const uint8_t bytes[DHT_BYTES], float *celsius, float *percent);

} // namespace mooring
