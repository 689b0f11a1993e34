#include "sht.h"

namespace mooring {

namespace {

constexpr uint8_t ADDRESSES_OF_SHT3X[] = {0x44, 0x45};
/** Of the makes A, B and C. */
constexpr uint8_t ADDRESSES_OF_SHT4X[] = {0x44, 0x45, 0x46};
/** Single shot, high repeatability, without clock stretching. */
constexpr uint8_t MEASURE_SHT3X[] = {0x24, 0x00};
/** High precision, without the heater. */
constexpr uint8_t MEASURE_SHT4X[] = {0xfd};
/** x⁸ + x⁵ + x⁴ + 1, highest bit first, starting with 0xFF. */
constexpr uint8_t POLYNOMIAL = 0x31, CRC_BEGIN = 0xff;
constexpr float FULL_SCALE = 65'535;

/** A word and its CRC, as part of full scale, 0 to 1. False if the CRC is wrong. */
bool word(const uint8_t bytes[3], float *part) {
	uint8_t crc = CRC_BEGIN;
	for (int i = 0; i < 2; i++) {
		crc = static_cast<uint8_t>(crc ^ bytes[i]);
		for (int bit = 0; bit < 8; bit++)
			crc = static_cast<uint8_t>((crc & 0x80) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1);
	}
	*part = static_cast<float>(bytes[0] << 8 | bytes[1]) / FULL_SCALE;
	return crc == bytes[2];
}

template<size_t Addresses, size_t Size>
bool start(I2c &i2c, const uint8_t (&addresses)[Addresses], const uint8_t (&command)[Size], uint8_t *address) {
	for (uint8_t one : addresses) {
		*address = one;
		if (i2c.write(one, command, Size)) return true;
	}
	return false;
}

} // namespace

bool sht3x_start(I2c &i2c, uint8_t *address) { return start(i2c, ADDRESSES_OF_SHT3X, MEASURE_SHT3X, address); }

bool sht4x_start(I2c &i2c, uint8_t *address) { return start(i2c, ADDRESSES_OF_SHT4X, MEASURE_SHT4X, address); }

bool sht_read(I2c &i2c, uint8_t address, uint8_t out[SHT_BYTES]) { return i2c.read(address, out, SHT_BYTES); }

bool sht3x_convert(const uint8_t bytes[SHT_BYTES], float *celsius, float *percent) {
	float temperature, humidity;
	if (!word(bytes, &temperature) || !word(bytes + 3, &humidity)) return false;
	*celsius = -45 + 175 * temperature;
	*percent = 100 * humidity;
	return true;
}

bool sht4x_convert(const uint8_t bytes[SHT_BYTES], float *celsius, float *percent) {
	float temperature, humidity;
	if (!word(bytes, &temperature) || !word(bytes + 3, &humidity)) return false;
	*celsius = -45 + 175 * temperature;
	// The formula goes from -6 to 119 %; a value outside means the nearest possible one.
	const float share = -6 + 125 * humidity;
	*percent = share < 0 ? 0 : share > 100 ? 100 : share;
	return true;
}

} // namespace mooring
