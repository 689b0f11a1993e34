#pragma once

#include <cstdint>

/** The shape of protocol/vectors/sun.json, whose "format" says what it means. */
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

} // namespace mooring::test
