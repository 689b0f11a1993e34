#include "networks.h"

namespace mooring {

void Networks::know(uint32_t place, const wire::WifiConfig &network) {
	if (place >= PLACES) return;
	wire::WifiConfig &known = networks_[place];
	if (strcmp(known.ssid, network.ssid) == 0 && strcmp(known.password, network.password) == 0) return;
	known = network;
	// Who is on another one stays there; who is looking looks at this one without waiting any longer.
	if (!joined_) next_at_ = 0;
}

const wire::WifiConfig *Networks::step(bool joined, Time now) {
	if (joined) {
		joined_ = true;
		misses_ = 0;
		pause_ms_ = FIRST_PAUSE_MS;
		return nullptr;
	}
	if (joined_) {
		joined_ = false;
		next_at_ = now;
		tried_ = false; // the one that was lost comes first
	}
	if (now < next_at_) return nullptr;
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

} // namespace mooring
