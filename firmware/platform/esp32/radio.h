#pragma once

#include "../../core/networks.h"
#include "lookup.h"

namespace mooring::esp32 {

/** The Wi-Fi: joins what it may, says so on the serial port, and comes back for ever. */
class Radio {
public:
	Networks networks;
	Lookup lookup;

	void begin();
	void step(Time now);

private:
	void tell_trouble();

	bool begun_ = false, joined_ = false;
	/** the status of the Wi-Fi that was looked at last */
	int status_ = -1;
};

} // namespace mooring::esp32
