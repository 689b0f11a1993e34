#pragma once

#include "record_store.h"

/** What lies where in Region::State. */
namespace mooring {

constexpr Sectors KEYS_SECTORS = {0, 2};
constexpr Sectors CONFIGURATION_SECTORS = {2, 2};
constexpr Sectors ZONE_SECTORS = {4, 2};
constexpr Sectors UPDATE_SECTORS = {6, 2};
/** Written every 10 s while a relay counts down: with these, a flash of 10,000 erasures does that for years. */
constexpr Sectors MEMORY_SECTORS = {8, 8};
constexpr uint32_t STATE_SECTORS = 16;

} // namespace mooring
