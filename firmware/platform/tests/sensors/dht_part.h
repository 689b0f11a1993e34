#pragma once

#include "bench.h"

namespace mooring::test {

/** µs; what the manual of a sensor of the DHT family allows for the start signal, and how long its own levels last. */
struct DhtTimes {
	uint32_t shortest_start, longest_start, go, answer_low, answer_high, bit_low, zero, one, end;
};

/** Answers a start signal with its forty bits. */
class DhtPart final : public Part {
public:
	DhtPart(const uint8_t *bytes, const DhtTimes &times) : bytes_(bytes), times_(times) {}

	void low(uint32_t, uint32_t now) override { start_ = now; }
	void high(uint32_t, uint32_t now) override {
		const uint32_t us = now - start_;
		asked_ = us >= times_.shortest_start && us <= times_.longest_start;
		begin_ = now + times_.go;
	}
	bool pulls(uint32_t, uint32_t now) override {
		if (!asked_ || !in_order(begin_, now)) return false;
		uint32_t at = now - begin_;
		if (at < times_.answer_low) return true;
		at -= times_.answer_low;
		if (at < times_.answer_high) return false;
		at -= times_.answer_high;
		for (int bit = 0; bit < bits_; bit++) {
			if (at < times_.bit_low) return true;
			at -= times_.bit_low;
			const uint32_t high = (bytes_[bit / 8] >> (7 - bit % 8) & 1) != 0 ? times_.one : times_.zero;
			if (at < high) return false;
			at -= high;
		}
		return at < times_.end;
	}
	/** Stops in the middle, as when it loses its power. */
	void breaks_off_after(int bits) { bits_ = bits; }

private:
	const uint8_t *bytes_;
	const DhtTimes times_;
	int bits_ = 40;
	bool asked_ = false;
	uint32_t start_ = 0, begin_ = 0;
};

} // namespace mooring::test
