#pragma once

#include <functional>
#include <memory>

#include "../air.h"

/** What radio.cpp uses of esp8266/Arduino 3.1.2, whose SDK cannot join the strongest access point by itself. */
enum {
	WIFI_DISCONNECT_REASON_AUTH_LEAVE = 3,
	WIFI_DISCONNECT_REASON_ASSOC_LEAVE = 8,
	WIFI_DISCONNECT_REASON_MIC_FAILURE = 14,
	WIFI_DISCONNECT_REASON_4WAY_HANDSHAKE_TIMEOUT = 15,
	WIFI_DISCONNECT_REASON_NO_AP_FOUND = 201,
	WIFI_DISCONNECT_REASON_AUTH_FAIL = 202,
	WIFI_DISCONNECT_REASON_HANDSHAKE_TIMEOUT = 204,
};
struct WiFiEventStationModeGotIP {};
struct WiFiEventStationModeDisconnected {
	String ssid;
	int reason;
};
using WiFiEventHandler = std::shared_ptr<void>;

class ESP8266WiFiClass {
public:
	void persistent(bool) {}
	void mode(int) {}
	void setAutoReconnect(bool) {}
	void setSleepMode(int) {}
	WiFiEventHandler onStationModeGotIP(std::function<void(const WiFiEventStationModeGotIP &)> got) {
		got_ = got;
		return nullptr;
	}
	WiFiEventHandler onStationModeDisconnected(std::function<void(const WiFiEventStationModeDisconnected &)> left) {
		left_ = left;
		return nullptr;
	}
	wl_status_t begin(const char *ssid, const char *, int32_t = 0, const uint8_t *bssid = nullptr) {
		joined = bssid == nullptr ? mooring::test::first_of(ssid) : nullptr;
		for (const mooring::test::AccessPoint &point : mooring::test::air)
			if (bssid != nullptr && memcmp(point.bssid, bssid, sizeof point.bssid) == 0) joined = &point;
		if (joined != nullptr)
			got_({});
		else
			left_({String(ssid), WIFI_DISCONNECT_REASON_NO_AP_FOUND});
		return status();
	}
	wl_status_t status() const { return joined != nullptr ? WL_CONNECTED : WL_DISCONNECTED; }
	IPAddress localIP() const { return joined != nullptr ? IPAddress(192, 168, 1, 40) : IPAddress(); }
	IPAddress subnetMask() const { return {255, 255, 255, 0}; }
	int RSSI() const { return joined->rssi; }

	/** One scan at a time; it ends when the test calls end_scan(). */
	int8_t scanNetworks(bool, bool = false, uint8_t = 0, uint8_t *ssid = nullptr) {
		if (is_scanning) return WIFI_SCAN_RUNNING;
		if (fails_to_scan) return WIFI_SCAN_FAILED;
		is_scanning = true;
		wanted_ = ssid != nullptr ? reinterpret_cast<const char *>(ssid) : "";
		found_.clear();
		has_found_ = false;
		return WIFI_SCAN_RUNNING;
	}
	void end_scan() {
		is_scanning = false;
		has_found_ = true;
		for (const mooring::test::AccessPoint &point : mooring::test::air)
			if (!point.is_hidden && (wanted_.empty() || wanted_ == point.ssid)) found_.push_back(point);
	}
	int8_t scanComplete() const {
		return is_scanning	? static_cast<int8_t>(WIFI_SCAN_RUNNING)
			   : has_found_ ? static_cast<int8_t>(found_.size())
							: static_cast<int8_t>(WIFI_SCAN_FAILED);
	}
	void scanDelete() { has_found_ = false; }
	String SSID(uint8_t at) const { return found_[at].ssid; }
	int RSSI(uint8_t at) const { return found_[at].rssi; }
	int32_t channel(uint8_t at) const { return found_[at].channel; }
	uint8_t *BSSID(uint8_t at) { return found_[at].bssid; }
	int encryptionType(uint8_t) const { return 4; }

	const mooring::test::AccessPoint *joined = nullptr;
	bool is_scanning = false, fails_to_scan = false;

private:
	std::function<void(const WiFiEventStationModeGotIP &)> got_;
	std::function<void(const WiFiEventStationModeDisconnected &)> left_;
	std::string wanted_;
	std::vector<mooring::test::AccessPoint> found_;
	bool has_found_ = false;
};

inline ESP8266WiFiClass WiFi;
