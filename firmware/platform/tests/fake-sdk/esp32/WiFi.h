#pragma once

#include <functional>

#include "../air.h"

/** What radio.cpp uses of arduino-esp32 2.0.x, whose station stops at the first access point by default. */
enum wifi_scan_method_t { WIFI_FAST_SCAN, WIFI_ALL_CHANNEL_SCAN };
enum wifi_sort_method_t { WIFI_CONNECT_AP_BY_SIGNAL, WIFI_CONNECT_AP_BY_SECURITY };
enum wifi_auth_mode_t { WIFI_AUTH_OPEN, WIFI_AUTH_WPA2_PSK };
enum arduino_event_id_t { ARDUINO_EVENT_WIFI_STA_DISCONNECTED };
enum {
	WIFI_REASON_MIC_FAILURE = 14,
	WIFI_REASON_4WAY_HANDSHAKE_TIMEOUT = 15,
	WIFI_REASON_AUTH_LEAVE = 3,
	WIFI_REASON_ASSOC_LEAVE = 8,
	WIFI_REASON_NO_AP_FOUND = 201,
	WIFI_REASON_AUTH_FAIL = 202,
	WIFI_REASON_HANDSHAKE_TIMEOUT = 204,
};
struct wifi_event_sta_disconnected_t {
	uint8_t ssid[33];
	uint8_t ssid_len;
	uint8_t reason;
};
struct arduino_event_info_t {
	wifi_event_sta_disconnected_t wifi_sta_disconnected;
};

class WiFiClass {
public:
	void persistent(bool) {}
	void mode(int) {}
	void setAutoReconnect(bool) {}
	void setSleep(bool) {}
	void onEvent(std::function<void(arduino_event_id_t, arduino_event_info_t)>, arduino_event_id_t) {}
	void setScanMethod(wifi_scan_method_t method) { scan_method_ = method; }
	void setSortMethod(wifi_sort_method_t method) { sort_method_ = method; }
	void begin(const char *ssid, const char *) {
		const bool best = scan_method_ == WIFI_ALL_CHANNEL_SCAN && sort_method_ == WIFI_CONNECT_AP_BY_SIGNAL;
		joined = best ? mooring::test::strongest_of(ssid) : mooring::test::first_of(ssid);
	}
	wl_status_t status() const { return joined != nullptr ? WL_CONNECTED : WL_DISCONNECTED; }
	IPAddress localIP() const { return joined != nullptr ? IPAddress(192, 168, 1, 40) : IPAddress(); }
	IPAddress subnetMask() const { return {255, 255, 255, 0}; }
	int RSSI() const { return joined->rssi; }

	int scanNetworks(bool) { return WIFI_SCAN_RUNNING; }
	int scanComplete() const { return static_cast<int>(mooring::test::air.size()); }
	void scanDelete() {}
	String SSID(uint8_t at) const { return mooring::test::air[at].ssid; }
	int RSSI(uint8_t at) const { return mooring::test::air[at].rssi; }
	int encryptionType(uint8_t) const { return WIFI_AUTH_WPA2_PSK; }

	const mooring::test::AccessPoint *joined = nullptr;

private:
	wifi_scan_method_t scan_method_ = WIFI_FAST_SCAN;
	wifi_sort_method_t sort_method_ = WIFI_CONNECT_AP_BY_SECURITY;
};

inline WiFiClass WiFi;
