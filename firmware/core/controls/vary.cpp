#include "vary.h"

namespace mooring {

namespace {

/** The finalizer of MurmurHash3: every bit of its input changes half of the bits of its result. */
uint32_t mix(uint32_t bits) {
	bits ^= bits >> 16;
	bits *= 0x85ebca6b;
	bits ^= bits >> 13;
	bits *= 0xc2b2ae35;
	return bits ^ bits >> 16;
}

} // namespace

int32_t vary_by(uint32_t seed, int32_t day, uint32_t schedule, uint32_t most) {
	const uint32_t drawn = mix(mix(seed ^ static_cast<uint32_t>(day)) ^ schedule);
	return static_cast<int32_t>(drawn % (2 * most + 1)) - static_cast<int32_t>(most);
}

} // namespace mooring
