#pragma once

#include "../hal.h"
#include "../teller.h"

namespace mooring {

/**
 * Which Wi-Fi to join: the last one that worked, otherwise the others in turn, for ever, with growing pauses. At the
 * start they come in the order of their places.
 */
class WifiChoice {
public:
	/** The one given by cable comes first: whoever stood beside the board knew best which network is there. */
	static constexpr size_t GIVEN = 0;
	static constexpr size_t OF_FILE = 1, MAX_OF_FILE = 2;
	static constexpr size_t OF_CONFIGURATION = OF_FILE + MAX_OF_FILE;
	static constexpr size_t PLACES = OF_CONFIGURATION + 1;
	/** for each network, unless the radio gives up before */
	static constexpr Time TRY_MS = 20'000;
	/** between two rounds through all of them */
	static constexpr Time FIRST_PAUSE_MS = 1'000, LONGEST_PAUSE_MS = 30'000;

	/** A network without a name clears the place. */
	void know(size_t place, const wire::WifiConfig &network);
	/** The network to join now; nullptr if there is nothing to do. `radio` is the state of the one answered last. */
	const wire::WifiConfig *step(WifiState radio, Time now);
	/** The radio was told to join this one, and has. */
	void went_to(size_t place);
	/** The network that was being tried was given up: it is tried next again. */
	void try_again();
	/** When step() has something to do even if the radio's state does not change. */
	Time next_due() const {
		bool any = false;
		for (size_t i = 0; i < PLACES; i++) any = any || is_known(i);
		return any && !joined_ ? next_at_ : NEVER;
	}
	const wire::WifiConfig &operator[](size_t place) const { return networks_[place]; }

private:
	bool is_known(size_t place) const { return networks_[place].ssid[0] != '\0'; }

	wire::WifiConfig networks_[PLACES]{};
	size_t at_ = 0;
	bool tried_ = false, joined_ = false;
	/** networks tried in a row without success */
	size_t misses_ = 0;
	Time pause_ms_ = FIRST_PAUSE_MS;
	Time next_at_ = 0;
};

} // namespace mooring
