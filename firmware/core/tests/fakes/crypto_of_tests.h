#pragma once

#include "../../crypto.h"

namespace mooring::test {

/** The crypto of the platform on which the tests run. */
const Crypto &crypto_of_tests();

} // namespace mooring::test
