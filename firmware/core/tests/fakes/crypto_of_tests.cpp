#include "crypto_of_tests.h"

#include "../../../platform/sodium/sodium_crypto.h"

namespace mooring::test {

const Crypto &crypto_of_tests() {
	static const Crypto crypto = sodium_crypto();
	return crypto;
}

} // namespace mooring::test
