#pragma once

#include "../wire.h"

namespace mooring {

/**
 * Whether a network can have this name and password, by the rule of protocol/dashboard/text/wifi.ts: a name, and no
 * password, one of 8 to 63 bytes, or a key of 64 hex digits.
 */
bool is_possible(const wire::WifiConfig &network);

} // namespace mooring
