#pragma once

#include <cstdint>

namespace mooring::test {

/** CRC-8, polynomial 0x31, starting with 0xFF. */
inline uint8_t crc_of(uint16_t word) {
	uint8_t crc = 0xff;
	for (int bit = 15; bit >= 0; bit--) {
		const bool mix = ((crc >> 7 ^ word >> bit) & 1) != 0;
		crc = static_cast<uint8_t>(mix ? crc << 1 ^ 0x31 : crc << 1);
	}
	return crc;
}

} // namespace mooring::test
