#include "dht.h"

namespace mooring {

namespace {

/** Some sensors take up to 200 µs to answer; the longest level of an answer is 92 µs. */
constexpr uint32_t LONGEST_US = 250;
/** A bit's high level lasts 22 to 30 µs for a 0, and 68 to 75 µs for a 1. */
constexpr uint32_t ONE_US = 48;

/** Measures how long the pin keeps this level; false if that is too long. */
bool lasts(Pins &pins, uint32_t pin, bool high, uint32_t *us) {
	const uint32_t begin = pins.now_us();
	do {
		*us = pins.now_us() - begin;
		if (pins.is_high(pin) != high) return true;
	} while (*us < LONGEST_US);
	return false;
}

bool read(Pins &pins, uint32_t pin, uint32_t start_us, uint8_t out[DHT_BYTES]) {
	uint32_t us;
	pins.prepare(pin);
	pins.drive_low(pin);
	pins.wait_us(start_us);
	const Undisturbed undisturbed(pins);
	pins.let_go(pin);
	// It rises, the sensor pulls it low and lets it go again, then the first bit begins.
	if (!lasts(pins, pin, false, &us) || !lasts(pins, pin, true, &us) || !lasts(pins, pin, false, &us) ||
		!lasts(pins, pin, true, &us))
		return false;
	for (uint32_t i = 0; i < DHT_BYTES; i++) out[i] = 0;
	for (uint32_t bit = 0; bit < 8 * DHT_BYTES; bit++) {
		if (!lasts(pins, pin, false, &us) || !lasts(pins, pin, true, &us)) return false;
		out[bit / 8] = static_cast<uint8_t>(out[bit / 8] << 1 | (us > ONE_US ? 1 : 0));
	}
	return true;
}

bool sum_fits(const uint8_t bytes[DHT_BYTES]) {
	return static_cast<uint8_t>(bytes[0] + bytes[1] + bytes[2] + bytes[3]) == bytes[4];
}

/** The host's start signal is 18 to 30 ms long. */
constexpr uint32_t START_DHT11_US = 20'000;
/** In the byte of the tenths of a degree. */
constexpr uint8_t SIGN_OF_DHT11 = 0x80;
/** A digit; other bits are not used. */
constexpr uint8_t DIGIT = 0x0f;

float with_tenths(uint8_t whole, uint8_t tenths) {
	return static_cast<float>(whole * 10 + (tenths & DIGIT)) / 10;
}

/** The host's start signal is at least 1 ms long. */
constexpr uint32_t START_DHT22_US = 1'200;

/** The sign bit of the manual's format; and the coldest reading, in tenths of a degree below zero. */
constexpr int SIGN = 0x8000, COLDEST = 400;
/** The lower bits, which all makes use, and the highest of them. */
constexpr int TWELVE_BITS = 0x0fff, TOP_OF_TWELVE = 0x0800;

/**
 * The manual says sign and magnitude. Newer makes send two's complement of 16 bits, some of 12 (esphome/issues 5322,
 * adafruit/DHT-sensor-library 182): within the sensor's range the three never mean different things.
 */
int tenths_of(int raw) {
	if (raw >= SIGN && raw <= SIGN + COLDEST) return SIGN - raw;
	const int top = raw & ~TWELVE_BITS;
	const bool is_complement = (raw & TOP_OF_TWELVE) != 0 && (top == 0 || top == 0xf000);
	return is_complement ? (raw & TWELVE_BITS) - TWELVE_BITS - 1 : raw;
}

} // namespace

bool dht11_read(Pins &pins, uint32_t pin, uint8_t out[DHT_BYTES]) { return read(pins, pin, START_DHT11_US, out); }

bool dht11_convert(const uint8_t bytes[DHT_BYTES], float *celsius, float *percent) {
	if (!sum_fits(bytes)) return false;
	const float degrees = with_tenths(bytes[2], bytes[3]);
	*percent = with_tenths(bytes[0], bytes[1]);
	*celsius = (bytes[3] & SIGN_OF_DHT11) != 0 ? -degrees : degrees;
	return true;
}

bool dht22_read(Pins &pins, uint32_t pin, uint8_t out[DHT_BYTES]) { return read(pins, pin, START_DHT22_US, out); }

bool dht22_convert(const uint8_t bytes[DHT_BYTES], float *celsius, float *percent) {
	if (!sum_fits(bytes)) return false;
	*percent = static_cast<float>(bytes[0] << 8 | bytes[1]) / 10;
	*celsius = static_cast<float>(tenths_of(bytes[2] << 8 | bytes[3])) / 10;
	return true;
}

} // namespace mooring
