#pragma once

#include "../bytes.h"

namespace mooring {

/** CRC-32 of IEEE 802.3, as in zlib and PNG. `crc` is the result for the bytes before; 0 at the beginning. */
uint32_t crc32(uint32_t crc, Bytes bytes);

} // namespace mooring
