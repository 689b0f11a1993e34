#include "radio.h"

#include <Arduino.h>
#include <WiFi.h>
#include <esp_wifi.h>

namespace mooring::esp32 {

namespace {

void bytes_of(const IPAddress &address, uint8_t out[4]) {
	for (int i = 0; i < 4; i++) out[i] = address[i];
}

/** An access point that refuses only falls silent in the middle of the handshake: a weak signal looks the same. */
WifiState state_of(int reason) {
	switch (reason) {
		case 0:
		case WIFI_REASON_AUTH_LEAVE:
		case WIFI_REASON_ASSOC_LEAVE: // the chip itself, to join another one
			return WifiState::Away;
		case WIFI_REASON_NO_AP_FOUND:
			return WifiState::NotFound;
		case WIFI_REASON_MIC_FAILURE:
		case WIFI_REASON_4WAY_HANDSHAKE_TIMEOUT:
		case WIFI_REASON_AUTH_FAIL:
		case WIFI_REASON_HANDSHAKE_TIMEOUT:
			return WifiState::WrongPassword;
		default:
			return WifiState::Refused;
	}
}

} // namespace

void Radio::begin() {
	if (begun_) return;
	begun_ = true;
	// The core keeps names and passwords; the SDK must not write a copy to the flash.
	WiFi.persistent(false);
	WiFi.mode(WIFI_STA);
	WiFi.setAutoReconnect(false);
	// A sleeping radio would receive a command up to 100 ms later.
	WiFi.setSleep(false);
	// Otherwise it would join the first access point that it hears, however weak.
	WiFi.setScanMethod(WIFI_ALL_CHANNEL_SCAN);
	WiFi.setSortMethod(WIFI_CONNECT_AP_BY_SIGNAL);
	WiFi.onEvent(
		[this](arduino_event_id_t, arduino_event_info_t info) {
			const wifi_event_sta_disconnected_t &left = info.wifi_sta_disconnected;
			const bool is_asked = strlen(ssid_) == left.ssid_len && memcmp(ssid_, left.ssid, left.ssid_len) == 0;
			if (is_asked) reason_ = left.reason;
		},
		ARDUINO_EVENT_WIFI_STA_DISCONNECTED);
}

void Radio::join(const wire::WifiConfig &network) {
	begin();
	memcpy(ssid_, network.ssid, sizeof ssid_);
	reason_ = 0;
	WiFi.begin(network.ssid, network.password[0] != '\0' ? network.password : nullptr);
}

WifiState Radio::state() const {
	wifi_ap_record_t on;
	const bool joined =
		WiFi.status() == WL_CONNECTED && WiFi.localIP() != IPAddress() && esp_wifi_sta_get_ap_info(&on) == ESP_OK;
	// For a moment it may still be on the network from before.
	const bool is_asked = joined && strncmp(reinterpret_cast<const char *>(on.ssid), ssid_, sizeof ssid_) == 0;
	return is_asked ? WifiState::Joined : state_of(reason_);
}

void Radio::scan() {
	begin();
	if (state() != WifiState::Joined) esp_wifi_disconnect();
	scan_begun_ = begin_scan();
}

bool Radio::begin_scan() { return WiFi.scanNetworks(true) == WIFI_SCAN_RUNNING; }

Heard Radio::heard(size_t index, HeardNetwork *out) {
	// The chip cannot scan before it has given up joining, which takes a moment.
	if (!scan_begun_) {
		scan_begun_ = begin_scan();
		return Heard::NotYet;
	}
	const int count = WiFi.scanComplete();
	if (count == WIFI_SCAN_RUNNING) return Heard::NotYet;
	if (count < 0 || index >= static_cast<size_t>(count)) {
		WiFi.scanDelete();
		return Heard::NoMore;
	}
	const uint8_t at = static_cast<uint8_t>(index);
	*out = {};
	strncpy(out->ssid, WiFi.SSID(at).c_str(), sizeof out->ssid - 1);
	out->rssi = WiFi.RSSI(at);
	out->open = WiFi.encryptionType(at) == WIFI_AUTH_OPEN;
	return Heard::Network;
}

void Radio::tell(Vitals *out) const {
	if (!begun_ || state() != WifiState::Joined) return;
	out->rssi = WiFi.RSSI();
	memcpy(out->ssid, ssid_, sizeof out->ssid);
	bytes_of(WiFi.localIP(), out->address);
}

void Radio::step() {
	if (!begun_) return;
	const bool was_joined = joined_;
	joined_ = state() == WifiState::Joined;
	lookup.step();
	if (!joined_ || was_joined) return;
	Subnet own;
	bytes_of(WiFi.localIP(), own.address);
	bytes_of(WiFi.subnetMask(), own.mask);
	lookup.joined(own);
}

} // namespace mooring::esp32
