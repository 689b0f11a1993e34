#pragma once

#include <cstring>

#include "../chip_flash.h"

/** What flash.cpp uses of the Arduino core, with the same demands on its callers. */
class EspClass {
public:
	/** Like the SDK, reads only from whole words. */
	static bool flashRead(uint32_t address, uint8_t *out, size_t size) {
		return address % 4 == 0 && mooring::test::chip_flash.read(address, out, static_cast<uint32_t>(size));
	}
	static bool flashWrite(uint32_t address, const uint8_t *from, size_t size) {
		return address % 4 == 0 && size % 4 == 0 && size > 0 &&
			   mooring::test::chip_flash.write(address, from, static_cast<uint32_t>(size));
	}
	static bool flashEraseSector(uint32_t sector) {
		return mooring::test::chip_flash.erase(sector * mooring::test::ChipFlash::SECTOR_BYTES);
	}
	/** Includes the boot loader in front of the sketch. */
	static uint32_t getSketchSize() { return sketch_bytes; }

	static inline uint32_t sketch_bytes = 400'016;
};

inline EspClass ESP;
