#pragma once

#include "../../core/crypto.h"

namespace mooring {

/** The core's crypto by libsodium, which every platform has. */
Crypto sodium_crypto();

} // namespace mooring
