#pragma once

#include <atomic>

#include "../../core/hal.h"
#include "lookup.h"

namespace mooring::esp32 {

/** This chip's Wi-Fi. The core decides which network to join. */
class Radio {
public:
	Lookup lookup;

	void join(const wire::WifiConfig &network);
	WifiState state() const;
	void scan();
	Heard heard(size_t index, HeardNetwork *out);
	/** Fills in the network it is on; nothing if it is on none. */
	void tell(Vitals *out) const;
	void step();

private:
	/** Switches the radio on, once: not before the relays are set. */
	void begin();
	bool begin_scan();

	bool begun_ = false, joined_ = false;
	/** why it gave up joining, 0 if it has not; written by the chip's event task */
	std::atomic<int> reason_{0};
	char ssid_[sizeof wire::WifiConfig::ssid] = "";
	bool scan_begun_ = false;
};

} // namespace mooring::esp32
