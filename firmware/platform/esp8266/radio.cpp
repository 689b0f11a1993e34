#include "radio.h"

#include <Arduino.h>
#include <user_interface.h>

namespace mooring::esp8266 {

namespace {

void bytes_of(const IPAddress &address, uint8_t out[4]) {
	for (int i = 0; i < 4; i++) out[i] = address[i];
}

/** An access point that refuses only falls silent in the middle of the handshake: a weak signal looks the same. */
WifiState state_of(int reason) {
	switch (reason) {
		case 0:
		case WIFI_DISCONNECT_REASON_AUTH_LEAVE:
		case WIFI_DISCONNECT_REASON_ASSOC_LEAVE: // the chip itself, to join another one
			return WifiState::Away;
		case WIFI_DISCONNECT_REASON_NO_AP_FOUND:
			return WifiState::NotFound;
		case WIFI_DISCONNECT_REASON_MIC_FAILURE:
		case WIFI_DISCONNECT_REASON_4WAY_HANDSHAKE_TIMEOUT:
		case WIFI_DISCONNECT_REASON_AUTH_FAIL:
		case WIFI_DISCONNECT_REASON_HANDSHAKE_TIMEOUT:
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
	WiFi.setSleepMode(WIFI_NONE_SLEEP);
	got_address_ = WiFi.onStationModeGotIP([this](const WiFiEventStationModeGotIP &) { has_address_ = true; });
	left_ = WiFi.onStationModeDisconnected([this](const WiFiEventStationModeDisconnected &event) {
		has_address_ = false;
		if (event.ssid == network_.ssid) reason_ = event.reason;
	});
}

void Radio::join(const wire::WifiConfig &network) {
	begin();
	// Leaves the network from before first, so that the chip's events are about the new one.
	wifi_station_disconnect();
	has_address_ = false;
	reason_ = 0;
	network_ = network;
	wants_scan_ = scan_begun_ = false;
	wants_look_ = true;
	look();
}

void Radio::look() {
	// A running scan is for something else, and has to end first.
	if (WiFi.scanComplete() == WIFI_SCAN_RUNNING) return;
	wants_look_ = false;
	looks_ = WiFi.scanNetworks(true, false, 0, reinterpret_cast<uint8_t *>(network_.ssid)) == WIFI_SCAN_RUNNING;
	if (!looks_) join_strongest();
}

/** A network that was not heard may be hidden: then the SDK looks for it by its name. */
void Radio::join_strongest() {
	const int count = looks_ ? WiFi.scanComplete() : 0;
	int best = -1;
	for (int at = 0; at < count; at++) {
		const uint8_t index = static_cast<uint8_t>(at);
		const bool is_better = best < 0 || WiFi.RSSI(index) > WiFi.RSSI(static_cast<uint8_t>(best));
		if (WiFi.SSID(index) == network_.ssid && is_better) best = at;
	}
	looks_ = false;
	const char *password = network_.password[0] != '\0' ? network_.password : nullptr;
	const uint8_t index = static_cast<uint8_t>(best);
	if (best < 0)
		WiFi.begin(network_.ssid, password);
	else
		WiFi.begin(network_.ssid, password, WiFi.channel(index), WiFi.BSSID(index));
	WiFi.scanDelete();
	wipe(network_.password, sizeof network_.password);
}

WifiState Radio::state() const {
	const bool joined = has_address_ && WiFi.status() == WL_CONNECTED && WiFi.localIP().isSet();
	return joined ? WifiState::Joined : state_of(reason_);
}

void Radio::scan() {
	begin();
	// Gives up what it was about to join.
	wants_look_ = false;
	wants_scan_ = true;
	scan_begun_ = begin_scan();
}

bool Radio::begin_scan() {
	// A running scan may be one for a single network, which hears no other.
	if (WiFi.scanComplete() == WIFI_SCAN_RUNNING) return false;
	looks_ = false;
	return WiFi.scanNetworks(true) == WIFI_SCAN_RUNNING;
}

Heard Radio::heard(size_t index, HeardNetwork *out) {
	if (wants_scan_ && !scan_begun_) {
		scan_begun_ = begin_scan();
		if (scan_begun_ || WiFi.scanComplete() == WIFI_SCAN_RUNNING) return Heard::NotYet;
	}
	const int count = WiFi.scanComplete();
	if (scan_begun_ && count == WIFI_SCAN_RUNNING) return Heard::NotYet;
	if (count < 0 || index >= static_cast<size_t>(count)) {
		WiFi.scanDelete();
		wants_scan_ = scan_begun_ = false;
		return Heard::NoMore;
	}
	const uint8_t at = static_cast<uint8_t>(index);
	*out = {};
	strncpy(out->ssid, WiFi.SSID(at).c_str(), sizeof out->ssid - 1);
	out->rssi = WiFi.RSSI(at);
	out->open = WiFi.encryptionType(at) == ENC_TYPE_NONE;
	return Heard::Network;
}

void Radio::tell(Vitals *out) const {
	if (!begun_ || state() != WifiState::Joined) return;
	out->rssi = WiFi.RSSI();
	memcpy(out->ssid, network_.ssid, sizeof out->ssid);
	bytes_of(WiFi.localIP(), out->address);
}

void Radio::step() {
	if (!begun_) return;
	if (wants_look_)
		look();
	else if (looks_ && !wants_scan_ && WiFi.scanComplete() != WIFI_SCAN_RUNNING)
		join_strongest();
	const bool was_joined = joined_;
	joined_ = state() == WifiState::Joined;
	if (!joined_ || was_joined) return;
	Subnet own;
	bytes_of(WiFi.localIP(), own.address);
	bytes_of(WiFi.subnetMask(), own.mask);
	lookup.joined(own);
}

} // namespace mooring::esp8266
