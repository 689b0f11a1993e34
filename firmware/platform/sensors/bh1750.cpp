#include "bh1750.h"

namespace mooring {

namespace {

constexpr uint8_t ADDRESSES[] = {0x23, 0x5c};
/** Once, in steps of 1 lx; then it sleeps. The command to wake it may be left out. */
constexpr uint8_t MEASURE[] = {0x20};
constexpr float COUNTS_PER_LUX = 1.2f;

} // namespace

bool bh1750_start(I2c &i2c, uint8_t *address) {
	for (uint8_t one : ADDRESSES) {
		*address = one;
		if (i2c.write(one, MEASURE, sizeof MEASURE)) return true;
	}
	return false;
}

bool bh1750_read(I2c &i2c, uint8_t address, uint8_t out[BH1750_BYTES]) { return i2c.read(address, out, BH1750_BYTES); }

float bh1750_convert(const uint8_t bytes[BH1750_BYTES]) {
	return static_cast<float>(bytes[0] << 8 | bytes[1]) / COUNTS_PER_LUX;
}

} // namespace mooring
