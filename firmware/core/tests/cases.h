#pragma once

#include <cstdint>

/** The cases of protocol/vectors/sun.json, wifi.json and vary.json, whose "format" explains them. */
namespace mooring::test {

constexpr int32_t SUN_DAYS = 365;
constexpr int16_t SUN_NONE = INT16_MIN, SUN_GRAZING = INT16_MAX;

struct SunCase {
	const char *name, *time_zone;
	float latitude, longitude;
	bool rise;
	int32_t minutes, first_day;
	int16_t at[SUN_DAYS];
};

/** Name and password are UTF-8 in hex. */
struct WifiCase {
	const char *name, *ssid, *password;
	bool possible;
};

struct VaryCase {
	uint32_t seed;
	int32_t day;
	uint32_t schedule, most;
	int32_t by;
};

} // namespace mooring::test
