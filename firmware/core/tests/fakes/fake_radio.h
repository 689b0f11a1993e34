#pragma once

#include "../../hal.h"
#include "../../teller.h"

namespace mooring::test {

/** A Wi-Fi whose networks a test puts up and takes down. */
class FakeRadio {
public:
	static constexpr size_t MOST = 4;
	static constexpr Time JOINING_MS = 300, SCANNING_MS = 2'000;

	/** false: the machine needs no Wi-Fi */
	bool is_there = false;
	/** calls of wifi_join */
	int joins = 0;
	/** a scan, or a join, never ends */
	bool hangs = false, falls_silent = false;

	/** Adds an access point. The same name again changes its password. */
	void put_up(const char *ssid, const char *password);
	void take_down(const char *ssid);
	/** What the radio was told last. */
	const wire::WifiConfig &asked() const { return asked_; }

	void join(const wire::WifiConfig &network, Time now);
	WifiState state(Time now);
	void scan(Time now);
	Heard heard(size_t index, HeardNetwork *out, Time now) const;

private:
	const wire::WifiConfig *find(const char *ssid) const;

	wire::WifiConfig air_[MOST]{};
	size_t count_ = 0;
	wire::WifiConfig asked_{};
	Time settled_at_ = NEVER, heard_at_ = NEVER;
	bool was_on_ = false;
};

} // namespace mooring::test
