#pragma once

#include <cstdint>

namespace mooring {

/**
 * By how many minutes a schedule is moved on a day of a vacation: from -`most` to `most`, and always the same for the
 * same seed, day and schedule, so that a loss of power changes nothing. The hub draws in the same way:
 * protocol/vectors/vary.json.
 */
int32_t vary_by(uint32_t seed, int32_t day, uint32_t schedule, uint32_t most);

} // namespace mooring
