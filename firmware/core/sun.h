#pragma once

#include <cstdint>

namespace mooring {

/**
 * When the sun rises, or sets, on the local day whose noon is about `utc_noon_minute` (minutes since 1970 UTC), for
 * degrees north and east. By the equations of NOAA's Solar Calculator (after Meeus, Astronomical Algorithms), good to
 * about a minute below 72° of latitude. False where it does not, in polar summer and winter.
 */
bool sun_event(bool rise, int32_t utc_noon_minute, double latitude, double longitude, int32_t *utc_minute);

} // namespace mooring
