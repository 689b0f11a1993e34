#pragma once

#include "../../core/flash/layout.h"

/** Raw access to the partitions of partitions.csv. */
namespace mooring::esp32 {

uint32_t flash_size(Region region);
bool flash_read(Region region, uint32_t offset, uint8_t *out, uint32_t size);
bool flash_erase(Region region, uint32_t sector_offset);
bool flash_write(Region region, uint32_t offset, const uint8_t *from, uint32_t size);
/** Makes the other application run from the next start on, on trial. False if the chip finds it damaged. */
bool switch_image();

/** The image has not proved itself yet: the boot loader goes back to the older one unless keep_image() is called. */
bool is_on_trial();
void keep_image();
[[noreturn]] void go_back();

} // namespace mooring::esp32
