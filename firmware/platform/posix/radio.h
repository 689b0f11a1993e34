#pragma once

#include <string>
#include <vector>

#include "../../core/hal.h"
#include "../../core/teller.h"

namespace mooring::posix {

/** The posix board's Wi-Fi: made-up networks, each of which leads to the computer's network. */
class Radio {
public:
	/** Adds a network to its room: "home=secret", or "home=" for an open one. False if the text is malformed. */
	bool add(const std::string &text);
	/** Without networks in its room, the board is on the computer's network directly. */
	bool is_there() const { return !room_.empty(); }
	/** Somebody switches an access point on or off. */
	void turn(const std::string &ssid, bool on);

	void join(const wire::WifiConfig &network, Time now);
	WifiState state(Time now);
	void scan(Time now);
	Heard heard(size_t index, HeardNetwork *out, Time now) const;
	/** Fills in the network it is on; nothing if it is on none. */
	void tell(Vitals *out, Time now);

private:
	struct Network {
		std::string ssid, password;
		bool on;
	};

	const Network *find(const std::string &ssid) const;
	int32_t rssi(const Network &network) const;

	std::vector<Network> room_;
	wire::WifiConfig asked_{};
	Time settled_at_ = NEVER;
	Time heard_at_ = NEVER;
	/** it has been on the network it was asked to join; if that is gone now, it is away and not unknown */
	bool was_on_ = false;
};

} // namespace mooring::posix
