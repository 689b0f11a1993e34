#pragma once

#include "../../core/flash/layout.h"

/** Raw flash of an ESP8266, without EEPROM.h and file system: we use their areas for something else. */
namespace mooring::esp8266 {

uint32_t flash_size(Region region);
bool flash_read(Region region, uint32_t offset, uint8_t *out, uint32_t size);
bool flash_erase(Region region, uint32_t sector_offset);
bool flash_write(Region region, uint32_t offset, const uint8_t *from, uint32_t size);
/** Makes the Arduino core's boot loader copy the image over the running one at the next start. */
bool switch_image(uint32_t size);

} // namespace mooring::esp8266
