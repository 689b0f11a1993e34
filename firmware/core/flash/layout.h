#pragma once

#include "record_store.h"

/** The sectors of Region::State. */
namespace mooring {

constexpr Sectors KEYS_SECTORS = {0, 2};
constexpr Sectors CONFIGURATION_SECTORS = {2, 2};
constexpr Sectors ZONE_SECTORS = {4, 2};
constexpr Sectors UPDATE_SECTORS = {6, 2};
/**
 * Written every 10 s while a relay counts down. If one does so day and night, these sectors last nearly two years on a
 * flash of 10,000 erasures, and nearly twenty on the usual 100,000.
 */
constexpr Sectors MEMORY_SECTORS = {8, 6};
constexpr Sectors WIFI_SECTORS = {14, 2};
constexpr uint32_t STATE_SECTORS = 16;

} // namespace mooring
