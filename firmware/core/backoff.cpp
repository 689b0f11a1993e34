#include "backoff.h"

namespace mooring {

namespace {
uint32_t doubled(uint32_t ms, uint32_t limit) { return ms > limit / 2 ? limit : ms * 2; }
} // namespace

uint32_t Backoff::after_loss() {
	const uint32_t step = lost_ms_;
	lost_ms_ = doubled(step, LONGEST_MS);
	return up_to(step);
}

uint32_t Backoff::after_refusal() {
	const uint32_t step = refused_ms_;
	refused_ms_ = doubled(step, LONGEST_REFUSED_MS);
	return step / 2 + up_to(step / 2);
}

void Backoff::reset() { lost_ms_ = refused_ms_ = FIRST_MS; }

uint32_t Backoff::up_to(uint32_t ms) const {
	uint8_t random[4];
	hal_.random(hal_.context, random, sizeof random);
	return static_cast<uint32_t>(static_cast<uint64_t>(read_le32(random)) * (ms + 1ull) >> 32);
}

} // namespace mooring
