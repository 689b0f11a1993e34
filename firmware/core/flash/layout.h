#pragma once

#include "record_store.h"

/** What lies where in Region::State. */
namespace mooring {

constexpr Sectors KEYS_SECTORS = {0, 2};
constexpr Sectors CONFIGURATION_SECTORS = {2, 2};
constexpr Sectors ZONE_SECTORS = {4, 2};
constexpr Sectors UPDATE_SECTORS = {6, 2};
/**
 * Written every 10 s while a relay counts down: with one that does so day and night, these are a flash of 10,000
 * erasures for nearly two years, one of the usual 100,000 for nearly twenty.
 */
constexpr Sectors MEMORY_SECTORS = {8, 6};
constexpr Sectors WIFI_SECTORS = {14, 2};
constexpr uint32_t STATE_SECTORS = 16;

} // namespace mooring
