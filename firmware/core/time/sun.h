#pragma once

#include <cstdint>

namespace mooring {

// A solar day of a place goes from midnight to midnight of its mean solar time, and is counted from 1970. Minutes are
// counted from 1970 UTC, degrees north and east.

int32_t mean_noon(int32_t solar_day, double longitude);

/** The only solar day whose sunrise, or sunset, can fall on this minute. */
int32_t solar_day_of(bool rise, int32_t utc_minute, double longitude);

/**
 * When the sun rises, or sets, on a solar day, by the equations of NOAA's Solar Calculator (after Meeus, Astronomical
 * Algorithms): exact to two minutes up to 66° of latitude. False if it does not, as in polar summer and winter.
 */
bool sun_event(bool rise, int32_t solar_day, double latitude, double longitude, int32_t *utc_minute);

} // namespace mooring
