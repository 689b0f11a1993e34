#include "clock.h"

namespace mooring {

namespace {
/** 2025-01-01. An earlier time means that the clock was never set. */
constexpr uint64_t EARLIEST_UNIX_MS = 1'735'689'600'000;
} // namespace

void Clock::open(const char *zone_of_file) {
	uint8_t kept[ZONE_BYTES];
	store_.open();
	const uint32_t size = store_.size();
	has_zone_ = false;
	if (size > 0 && size < ZONE_BYTES && store_.load(kept, sizeof kept)) {
		memcpy(text_, kept, size);
		text_[size] = '\0';
		has_zone_ = zone_.parse(text_);
	}
	if (!has_zone_) has_zone_ = zone_.parse(zone_of_file);
}

void Clock::told(uint64_t unix_ms, const char *zone) {
	if (unix_ms >= EARLIEST_UNIX_MS) hal_.set_unix_ms(hal_.context, unix_ms);
	told_zone(zone);
}

void Clock::told_zone(const char *zone) {
	const size_t size = strlen(zone);
	if (size >= ZONE_BYTES || strcmp(zone, text_) == 0 || !zone_.parse(zone)) return;
	has_zone_ = true;
	memcpy(text_, zone, size + 1);
	store_.save({reinterpret_cast<const uint8_t *>(zone), size});
}

uint64_t Clock::unix_ms() const {
	uint64_t now;
	return hal_.unix_ms(hal_.context, &now) && now >= EARLIEST_UNIX_MS ? now : 0;
}

} // namespace mooring
