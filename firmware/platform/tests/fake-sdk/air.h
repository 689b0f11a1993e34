#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

/** The access points that the fake radios hear, and the types that both chips' SDKs share. */
namespace mooring::test {

struct AccessPoint {
	std::string ssid;
	uint8_t channel;
	int rssi; // dBm
	uint8_t bssid[6];
	bool is_hidden = false;
};

/** In the order of their channels, as a scan finds them. */
inline std::vector<AccessPoint> air;

/** What a station joins that stops at the first access point. */
inline const AccessPoint *first_of(const char *ssid) {
	for (const AccessPoint &point : air)
		if (point.ssid == ssid) return &point;
	return nullptr;
}

inline const AccessPoint *strongest_of(const char *ssid) {
	const AccessPoint *best = nullptr;
	for (const AccessPoint &point : air)
		if (point.ssid == ssid && (best == nullptr || point.rssi > best->rssi)) best = &point;
	return best;
}

} // namespace mooring::test

class IPAddress {
public:
	IPAddress() = default;
	IPAddress(uint8_t a, uint8_t b, uint8_t c, uint8_t d) : bytes_{a, b, c, d} {}
	uint8_t operator[](int at) const { return bytes_[at]; }
	bool isSet() const { return bytes_[0] != 0; }
	bool operator!=(const IPAddress &other) const { return memcmp(bytes_, other.bytes_, sizeof bytes_) != 0; }

private:
	uint8_t bytes_[4] = {};
};

class String : public std::string {
public:
	using std::string::string;
	String(const std::string &text) : std::string(text) {}
};

enum wl_status_t { WL_DISCONNECTED, WL_CONNECTED };
constexpr int WIFI_SCAN_RUNNING = -1, WIFI_SCAN_FAILED = -2;
enum { WIFI_STA = 1 };
