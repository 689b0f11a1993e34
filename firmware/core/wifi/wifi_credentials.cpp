#include "wifi_credentials.h"

#include <cstring>

namespace mooring {

namespace {

constexpr size_t LEAST_PASSWORD_BYTES = 8, MOST_PASSWORD_BYTES = 63, KEY_DIGITS = 64;
static_assert(sizeof(wire::WifiConfig::password) == KEY_DIGITS + 1);

} // namespace

bool is_possible(const wire::WifiConfig &network) {
	const size_t size = strlen(network.password);
	if (network.ssid[0] == '\0') return false;
	if (size == KEY_DIGITS) return strspn(network.password, "0123456789abcdefABCDEF") == KEY_DIGITS;
	return size == 0 || (size >= LEAST_PASSWORD_BYTES && size <= MOST_PASSWORD_BYTES);
}

} // namespace mooring
