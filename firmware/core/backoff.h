#pragma once

#include "hal.h"

namespace mooring {

/** How long to wait before the next try: protocol/README.md, "Finding the hub". A link that works resets it. */
class Backoff {
public:
	static constexpr uint32_t FIRST_MS = 500;
	static constexpr uint32_t LONGEST_MS = 30'000;
	/** Longer after a refusal: the reason rarely goes away soon. */
	static constexpr uint32_t LONGEST_REFUSED_MS = 600'000;

	explicit Backoff(const Hal &hal) : hal_(hal) {}

	/** Full jitter: anything from 0 to the step. */
	uint32_t after_loss();
	/** While there is another address to try. */
	uint32_t before_next_address() const { return up_to(FIRST_MS); }
	/** Half the step and up to as much again. */
	uint32_t after_refusal();
	void reset();

private:
	uint32_t up_to(uint32_t ms) const;

	const Hal &hal_;
	uint32_t lost_ms_ = FIRST_MS;
	uint32_t refused_ms_ = FIRST_MS;
};

} // namespace mooring
