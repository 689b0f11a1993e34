#pragma once

#include "WiFi.h"

using esp_err_t = int;
constexpr esp_err_t ESP_OK = 0;
struct wifi_ap_record_t {
	uint8_t ssid[33];
};

inline esp_err_t esp_wifi_sta_get_ap_info(wifi_ap_record_t *out) {
	if (WiFi.joined == nullptr) return 1;
	*out = {};
	memcpy(out->ssid, WiFi.joined->ssid.data(), WiFi.joined->ssid.size());
	return ESP_OK;
}
inline esp_err_t esp_wifi_disconnect() {
	WiFi.joined = nullptr;
	return ESP_OK;
}
