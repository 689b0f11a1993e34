#include <WiFi.h>

#include "../../../core/tests/test.h"
#include "../../esp32/radio.h"

// This test does not look for a hub.
namespace mooring::esp32 {
void Lookup::joined(const Subnet &) {}
void Lookup::step() {}
} // namespace mooring::esp32

namespace mooring::test {

TEST(RadioOfEsp32, JoinsTheStrongestAccessPoint_NotTheFirstItHears) {
	air = {{"home", 1, -85, {1}}, {"other", 3, -30, {2}}, {"home", 6, -47, {3}}, {"home", 11, -70, {4}}};
	wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
	strcpy(network.ssid, "home");
	strcpy(network.password, "secret secret");
	esp32::Radio radio;
	radio.join(network);
	Vitals vitals = {};
	CHECK(radio.state() == WifiState::Joined);
	radio.tell(&vitals);
	CHECK_EQUAL(vitals.rssi, -47);
}

} // namespace mooring::test
