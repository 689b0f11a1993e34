#pragma once

#include "../../crypto.h"

namespace mooring::test {

/** That of the platform the tests run on. */
const Crypto &crypto_of_tests();

} // namespace mooring::test
