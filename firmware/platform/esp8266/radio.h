#pragma once

#include <ESP8266WiFi.h>

#include "../../core/hal.h"
#include "lookup.h"

namespace mooring::esp8266 {

/** The Wi-Fi, as far as it is this chip's: which network to join is the core's. */
class Radio {
public:
	Lookup lookup;

	void join(const wire::WifiConfig &network);
	WifiState state() const;
	void scan();
	Heard heard(size_t index, HeardNetwork *out);
	/** Of the network it is on; nothing where it is on none. */
	void tell(Vitals *out) const;
	void step();

private:
	/** Once: the radio is off until somebody wants it, which is after the relays. */
	void begin();

	WiFiEventHandler got_address_, left_;
	bool begun_ = false, joined_ = false;
	/** since it was told to join: it has an address; why it gave up, 0 for not */
	bool has_address_ = false;
	int reason_ = 0;
	char ssid_[sizeof wire::WifiConfig::ssid] = "";
	bool scan_begun_ = false;
};

} // namespace mooring::esp8266
