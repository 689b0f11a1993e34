#pragma once

#include <cstddef>
#include <cstdint>

/** The flash of a chip: erased in sectors, and a write only clears bits. */
namespace mooring::test {

class ChipFlash {
public:
	static constexpr uint32_t BYTES = 0x400000, SECTOR_BYTES = 4096;

	uint8_t bytes[BYTES];

	/** Fills it with old content. */
	void fill(uint8_t with) {
		for (uint8_t &byte : bytes) byte = with;
	}
	bool erase(uint32_t at) {
		if (at % SECTOR_BYTES != 0 || at >= BYTES) return false;
		for (uint32_t i = 0; i < SECTOR_BYTES; i++) bytes[at + i] = 0xff;
		return true;
	}
	bool write(uint32_t at, const void *from, uint32_t size) {
		if (at > BYTES || size > BYTES - at) return false;
		for (uint32_t i = 0; i < size; i++)
			bytes[at + i] = static_cast<uint8_t>(bytes[at + i] & static_cast<const uint8_t *>(from)[i]);
		return true;
	}
	bool read(uint32_t at, void *out, uint32_t size) const {
		if (at > BYTES || size > BYTES - at) return false;
		for (uint32_t i = 0; i < size; i++) static_cast<uint8_t *>(out)[i] = bytes[at + i];
		return true;
	}
	/** How many bytes of [from, to) are not `with`. */
	uint32_t count_other_than(uint8_t with, uint32_t from, uint32_t to) const {
		uint32_t count = 0;
		for (uint32_t at = from; at < to; at++) count += bytes[at] != with ? 1 : 0;
		return count;
	}
};

extern ChipFlash chip_flash;

} // namespace mooring::test
