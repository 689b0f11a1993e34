#include "light.h"

namespace mooring {

namespace {

/** Of the signs that flash a number of times: one flash, the dark before the next one, and the whole with its pause. */
constexpr Time FLASH_MS = 150, DARK_MS = 250, ROUND_MS = 3'000;
constexpr Time FLICKER_MS = 100;
constexpr Time BLINK_MS = 250;

int flashes_of(Sign sign) {
	switch (sign) {
		case Sign::NoWifi:
			return 1;
		case Sign::NoHub:
			return 2;
		case Sign::NotClaimed:
			return 3;
		case Sign::Refused:
			return 4;
		default:
			return 0;
	}
}

} // namespace

/** How long the light stays as it is, `since` after the sign began; NEVER if for good. */
Time Light::lit_until_next(Time since, bool *lit) const {
	const Time half = sign_ == Sign::Updating ? FLICKER_MS : sign_ == Sign::Here ? BLINK_MS : 0;
	if (half > 0) {
		*lit = since / half % 2 == 0;
		return half - since % half;
	}
	*lit = sign_ == Sign::Claimed;
	const int flashes = flashes_of(sign_);
	if (flashes == 0) return NEVER;
	const Time at = since % ROUND_MS, flash = at / (FLASH_MS + DARK_MS), within = at % (FLASH_MS + DARK_MS);
	if (flash >= flashes) return ROUND_MS - at;
	*lit = within < FLASH_MS;
	return *lit ? FLASH_MS - within : flash + 1 < flashes ? FLASH_MS + DARK_MS - within : ROUND_MS - at;
}

void Light::step(Sign sign, Time now) {
	if (hal_.light == nullptr) return;
	if (sign != sign_) {
		sign_ = sign;
		since_ = next_at_ = now;
	}
	if (now < next_at_) return;
	bool lit;
	const Time left = lit_until_next(now - since_, &lit);
	next_at_ = left == NEVER ? NEVER : now + left;
	if (lit == lit_) return;
	lit_ = lit;
	hal_.light(hal_.context, lit);
}

} // namespace mooring
