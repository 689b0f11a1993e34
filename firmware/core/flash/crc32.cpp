#include "crc32.h"

namespace mooring {

namespace {
/** x^32 + x^26 + … + 1, the lowest bit first. */
constexpr uint32_t POLYNOMIAL = 0xedb88320;
} // namespace

// Bit by bit: a table would take 1 kB of a small chip, for a few kilobytes at every start.
uint32_t crc32(uint32_t crc, Bytes bytes) {
	crc = ~crc;
	for (size_t i = 0; i < bytes.size; i++) {
		crc ^= bytes.data[i];
		for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >> 1 ^ POLYNOMIAL : crc >> 1;
	}
	return ~crc;
}

} // namespace mooring
