#pragma once

#include "../../core/crypto.h"

namespace mooring {

/** The core's crypto by libsodium, which is available on every platform. */
Crypto sodium_crypto();

} // namespace mooring
