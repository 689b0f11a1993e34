#pragma once

#include "../../core/crypto.h"

namespace mooring::posix {

/** The core's crypto by libsodium. False where it cannot begin. */
bool make_crypto(Crypto *crypto);

} // namespace mooring::posix
