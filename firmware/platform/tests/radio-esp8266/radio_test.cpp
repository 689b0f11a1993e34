#include <ESP8266WiFi.h>
#include <user_interface.h>

#include "../../../core/tests/test.h"
#include "../../esp8266/radio.h"

bool wifi_station_disconnect() {
	WiFi.joined = nullptr;
	return true;
}

// This test does not look for a hub.
namespace mooring::esp8266 {
void Lookup::joined(const Subnet &) {}
} // namespace mooring::esp8266

namespace mooring::test {

namespace {

wire::WifiConfig network(const char *ssid) {
	wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
	strcpy(network.ssid, ssid);
	strcpy(network.password, "secret secret");
	return network;
}

/** Three access points of one name, another one, and a hidden one. */
void put_up_house() {
	WiFi = {};
	air = {{"home", 1, -85, {1}}, {"other", 3, -30, {2}}, {"home", 6, -47, {3}}, {"home", 11, -70, {4}}};
	air.push_back({"cellar", 11, -60, {5}, true});
}

size_t heard_networks(esp8266::Radio &radio) {
	HeardNetwork network;
	for (size_t index = 0;; index++) {
		Heard heard = radio.heard(index, &network);
		for (int tries = 0; heard == Heard::NotYet && tries < 10; tries++) {
			if (WiFi.is_scanning) WiFi.end_scan();
			radio.step();
			heard = radio.heard(index, &network);
		}
		if (heard != Heard::Network) return index;
	}
}

} // namespace

TEST(RadioOfEsp8266, JoinsTheStrongestAccessPoint_NotTheFirstItHears) {
	put_up_house();
	esp8266::Radio radio;
	radio.join(network("home"));
	radio.step();
	CHECK(radio.state() == WifiState::Away);
	WiFi.end_scan();
	radio.step();
	CHECK(radio.state() == WifiState::Joined);
	Vitals vitals = {};
	radio.tell(&vitals);
	CHECK_EQUAL(vitals.rssi, -47);
}

TEST(RadioOfEsp8266, JoinsANetworkThatItDoesNotHear_OrCannotListenFor_ByItsName) {
	put_up_house();
	esp8266::Radio radio;
	radio.join(network("cellar"));
	WiFi.end_scan();
	radio.step();
	CHECK(radio.state() == WifiState::Joined);
	WiFi.fails_to_scan = true;
	radio.join(network("home"));
	radio.step();
	CHECK(radio.state() == WifiState::Joined);
	WiFi.fails_to_scan = false;
	radio.join(network("nowhere"));
	WiFi.end_scan();
	radio.step();
	CHECK(radio.state() == WifiState::NotFound);
}

TEST(RadioOfEsp8266, ThatIsAskedWhatItHears_WhileItLooksForOne_TellsAllAndJoinsNone) {
	put_up_house();
	esp8266::Radio radio;
	radio.join(network("home"));
	radio.scan();
	CHECK_EQUAL(heard_networks(radio), 4);
	radio.step();
	CHECK(radio.state() == WifiState::Away);
	radio.join(network("home"));
	WiFi.end_scan();
	radio.step();
	CHECK(radio.state() == WifiState::Joined);
}

TEST(RadioOfEsp8266, ThatIsToldAnotherNetwork_WhileItLooksForOne_JoinsTheOther) {
	put_up_house();
	esp8266::Radio radio;
	radio.join(network("home"));
	radio.join(network("other"));
	for (int i = 0; i < 3; i++) {
		if (WiFi.is_scanning) WiFi.end_scan();
		radio.step();
	}
	CHECK(WiFi.joined != nullptr && WiFi.joined->ssid == "other");
}

} // namespace mooring::test
