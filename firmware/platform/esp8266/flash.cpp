#include "flash.h"

#include <Arduino.h>
#include <eboot_command.h>

namespace mooring::esp8266 {

namespace {

/** Names as in the core's linker scripts eagle.flash.4m2m.ld, eagle.flash.2m128.ld and eagle.flash.1m64.ld. */
#if MOORING_FLASH_BYTES == 0x400000
constexpr uint32_t FILE_SYSTEM = 0x200000;
constexpr uint32_t SKETCH_MOST = 0x100000;
#elif MOORING_FLASH_BYTES == 0x200000
constexpr uint32_t FILE_SYSTEM = 0x1e0000;
constexpr uint32_t SKETCH_MOST = 0x100000;
#elif MOORING_FLASH_BYTES == 0x100000
constexpr uint32_t FILE_SYSTEM = 0xeb000;
#else
#error "An ESP8266 with another size of flash has no map yet."
#endif
constexpr uint32_t CONFIG = MOORING_FLASH_BYTES - 0x5000;
constexpr uint32_t STATE_BYTES = STATE_SECTORS * FLASH_SECTOR_BYTES;
static_assert(FILE_SYSTEM + STATE_BYTES <= CONFIG);

/** The first byte of every image. */
constexpr uint8_t IMAGE_MAGIC = 0xe9;

/** The first sector that no sketch reaches; with 1 MB the one behind the running sketch, since there is little room. */
uint32_t image_begin() {
#if MOORING_FLASH_BYTES >= 0x200000
	return SKETCH_MOST;
#else
	return (ESP.getSketchSize() + FLASH_SECTOR_BYTES - 1) / FLASH_SECTOR_BYTES * FLASH_SECTOR_BYTES;
#endif
}

uint32_t begin_of(Region region) {
	switch (region) {
		case Region::Config:
			return CONFIG;
		case Region::State:
			return FILE_SYSTEM;
		case Region::Image:
			break;
	}
	return image_begin();
}

bool is_within(Region region, uint32_t offset, uint32_t size) {
	const uint32_t room = flash_size(region);
	return size <= room && offset <= room - size;
}

} // namespace

uint32_t flash_size(Region region) {
	switch (region) {
		case Region::Config:
			return FLASH_SECTOR_BYTES;
		case Region::State:
			return STATE_BYTES;
		case Region::Image:
			break;
	}
	return FILE_SYSTEM - image_begin();
}

bool flash_read(Region region, uint32_t offset, uint8_t *out, uint32_t size) {
	if (!is_within(region, offset, size)) return false;
	uint32_t from = begin_of(region) + offset;
	// The Arduino core reads to any address, but only from whole words.
	const uint32_t skipped = from % FLASH_WORD_BYTES, rest = FLASH_WORD_BYTES - skipped;
	if (skipped > 0) {
		uint8_t word[FLASH_WORD_BYTES];
		const uint32_t first = size < rest ? size : rest;
		if (!ESP.flashRead(from - skipped, word, sizeof word)) return false;
		memcpy(out, word + skipped, first);
		from += first;
		out += first;
		size -= first;
	}
	return size == 0 || ESP.flashRead(from, out, size);
}

bool flash_erase(Region region, uint32_t sector_offset) {
	return is_within(region, sector_offset, FLASH_SECTOR_BYTES) &&
		   ESP.flashEraseSector((begin_of(region) + sector_offset) / FLASH_SECTOR_BYTES);
}

bool flash_write(Region region, uint32_t offset, const uint8_t *from, uint32_t size) {
	return is_within(region, offset, size) && ESP.flashWrite(begin_of(region) + offset, from, size);
}

// Does what the Arduino core's Updater does at its end. The Updater itself keeps its progress in RAM, so an update
// would not survive a restart.
bool switch_image(uint32_t size) {
	uint8_t magic;
	if (!flash_read(Region::Image, 0, &magic, 1) || magic != IMAGE_MAGIC) return false;
	eboot_command command = {};
	command.action = ACTION_COPY_RAW;
	command.args[0] = image_begin();
	command.args[1] = 0;
	command.args[2] = size;
	eboot_command_write(&command);
	return true;
}

} // namespace mooring::esp8266
