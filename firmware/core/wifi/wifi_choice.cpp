#include "wifi_choice.h"

namespace mooring {

void WifiChoice::know(size_t place, const wire::WifiConfig &network) {
	wire::WifiConfig &known = networks_[place];
	if (strcmp(known.ssid, network.ssid) == 0 && strcmp(known.password, network.password) == 0) return;
	known = network;
	// A board that is on another network stays there. One that is looking tries this one without waiting.
	if (!joined_) next_at_ = 0;
}

const wire::WifiConfig *WifiChoice::step(WifiState radio, Time now) {
	if (radio == WifiState::Joined) {
		joined_ = true;
		misses_ = 0;
		pause_ms_ = FIRST_PAUSE_MS;
		return nullptr;
	}
	if (joined_) {
		joined_ = false;
		try_again(); // the one that was lost comes first
	}
	const bool gave_up = tried_ && radio != WifiState::Away;
	if (now < next_at_ && !gave_up) return nullptr;
	size_t count = 0;
	for (size_t i = 0; i < PLACES; i++) count += is_known(i) ? 1 : 0;
	if (count == 0) return nullptr;
	if (tried_ && ++misses_ >= count) {
		misses_ = 0;
		tried_ = false;
		at_ = (at_ + 1) % PLACES;
		next_at_ = now + pause_ms_;
		pause_ms_ = pause_ms_ * 2 < LONGEST_PAUSE_MS ? pause_ms_ * 2 : LONGEST_PAUSE_MS;
		return nullptr;
	}
	if (tried_) at_ = (at_ + 1) % PLACES;
	while (!is_known(at_)) at_ = (at_ + 1) % PLACES;
	tried_ = true;
	next_at_ = now + TRY_MS;
	return &networks_[at_];
}

void WifiChoice::went_to(size_t place) {
	at_ = place;
	tried_ = joined_ = true;
}

void WifiChoice::try_again() {
	tried_ = false;
	next_at_ = 0;
}

} // namespace mooring
