#pragma once

#include "teller.h"
#include "wire.h"

namespace mooring {

/**
 * Which Wi-Fi to join: the last one that worked, else the others in turn, more and more slowly, for ever. Their names
 * and passwords come from the config file and from the configuration.
 */
class Networks {
public:
	/** two of the config file, one of the configuration */
	static constexpr size_t PLACES = 3;
	static constexpr Time TRY_MS = 20'000;
	/** between two rounds through all of them */
	static constexpr Time FIRST_PAUSE_MS = 1'000, LONGEST_PAUSE_MS = 30'000;

	/** One without a name is none. */
	void know(uint32_t place, const wire::WifiConfig &network);
	/** The network to join now; nullptr where there is nothing to do. `joined` is whether the radio is on one. */
	const wire::WifiConfig *step(bool joined, Time now);
	/** The one that was asked for last, nullptr before the first. */
	const wire::WifiConfig *current() const { return tried_ ? &networks_[at_] : nullptr; }

private:
	bool is_known(size_t place) const { return networks_[place].ssid[0] != '\0'; }

	wire::WifiConfig networks_[PLACES]{};
	size_t at_ = 0;
	bool tried_ = false, joined_ = false;
	/** tried in a row without luck */
	size_t misses_ = 0;
	Time pause_ms_ = FIRST_PAUSE_MS;
	Time next_at_ = 0;
};

} // namespace mooring
