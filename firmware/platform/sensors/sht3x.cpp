#include "sht3x.h"

namespace mooring {

namespace {

constexpr uint8_t ADDRESSES[] = {0x44, 0x45};
/** Single shot, high repeatability, without clock stretching. */
constexpr uint8_t MEASURE[] = {0x24, 0x00};
/** x⁸ + x⁵ + x⁴ + 1, highest bit first, starting with 0xFF. */
constexpr uint8_t POLYNOMIAL = 0x31, CRC_BEGIN = 0xff;
constexpr float FULL_SCALE = 65'535;

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

} // namespace

bool sht3x_start(I2c &i2c, uint8_t *address) {
	for (uint8_t one : ADDRESSES) {
		*address = one;
		if (i2c.write(one, MEASURE, sizeof MEASURE)) return true;
	}
	return false;
}

bool sht3x_read(I2c &i2c, uint8_t address, uint8_t out[SHT3X_BYTES]) { return i2c.read(address, out, SHT3X_BYTES); }

bool sht3x_convert(const uint8_t bytes[SHT3X_BYTES], float *celsius, float *percent) {
	float temperature, humidity;
	if (!word(bytes, &temperature) || !word(bytes + 3, &humidity)) return false;
	*celsius = -45 + 175 * temperature;
	*percent = 100 * humidity;
	return true;
}

} // namespace mooring
