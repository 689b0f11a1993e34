#pragma once

#include <string>
#include <vector>

#include "../../core/hal.h"
#include "../../core/teller.h"

namespace mooring::posix {

/** The Wi-Fi of a board that is a program: made-up networks, each with this machine's network behind it. */
class Radio {
public:
	/** "home=secret": a network of its room, with an empty password an open one. False where that is none. */
	bool add(const std::string &text);
	/** A board in a room without any is on this machine's network as it is. */
	bool is_there() const { return !room_.empty(); }
	/** Somebody switches an access point on or off. */
	void turn(const std::string &ssid, bool on);

	void join(const wire::WifiConfig &network, Time now);
	WifiState state(Time now);
	void scan(Time now);
	Heard heard(size_t index, HeardNetwork *out, Time now) const;
	/** Of the network it is on; nothing where it is on none. */
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
	/** it has been on the network it was asked to join: one that is gone since is only away */
	bool was_on_ = false;
};

} // namespace mooring::posix
