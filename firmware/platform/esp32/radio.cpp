#include "radio.h"

#include <Arduino.h>
#include <WiFi.h>

namespace mooring::esp32 {

namespace {

void bytes_of(const IPAddress &address, uint8_t out[4]) {
	for (int i = 0; i < 4; i++) out[i] = address[i];
}

} // namespace

void Radio::begin() {
	// Names and passwords have one place in the flash, and it is not the SDK's.
	WiFi.persistent(false);
	WiFi.mode(WIFI_STA);
	WiFi.setAutoReconnect(false);
	// A radio that sleeps hears a command up to 100 ms later.
	WiFi.setSleep(false);
	begun_ = true;
}

void Radio::step(Time now) {
	if (!begun_) return;
	const bool joined = WiFi.status() == WL_CONNECTED && WiFi.localIP() != IPAddress();
	if (joined && !joined_) {
		Subnet own;
		bytes_of(WiFi.localIP(), own.address);
		bytes_of(WiFi.subnetMask(), own.mask);
		Serial.printf("on Wi-Fi %s, %u.%u.%u.%u\n", WiFi.SSID().c_str(), own.address[0], own.address[1], own.address[2],
					  own.address[3]);
		lookup.joined(own);
	}
	if (!joined && joined_) Serial.println("Wi-Fi was lost");
	joined_ = joined;
	lookup.step();
	if (!joined) tell_trouble();
	const wire::WifiConfig *network = networks.step(joined, now);
	if (network == nullptr) return;
	WiFi.begin(network->ssid, network->password[0] != '\0' ? network->password : nullptr);
}

/** When it begins, in the words that the dashboard's page of a flashed board looks for. */
void Radio::tell_trouble() {
	const wire::WifiConfig *network = networks.current();
	const wl_status_t status = WiFi.status();
	if (network == nullptr || status == status_) return;
	status_ = status;
	const char *what = status == WL_NO_SSID_AVAIL	 ? "not found"
					   : status == WL_CONNECT_FAILED ? "wrong password, or the handshake failed"
													 : nullptr;
	if (what == nullptr) return;
	Serial.printf("Wi-Fi %s: %s\n", network->ssid, what);
}

} // namespace mooring::esp32
