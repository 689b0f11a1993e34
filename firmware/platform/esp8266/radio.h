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
	/** Listens for the network to join, since the SDK joins the first access point that it hears, however weak. */
	void look();
	void join_strongest();
	bool begin_scan();

	WiFiEventHandler got_address_, left_;
	bool begun_ = false, joined_ = false;
	/** since it was told to join: it has an address; why it gave up, 0 for not */
	bool has_address_ = false;
	int reason_ = 0;
	/** the one to join; without its password once it was told to the SDK */
	wire::WifiConfig network_ = {};
	/** it is to be looked for; it is being looked for */
	bool wants_look_ = false, looks_ = false;
	/** what is heard is for somebody who asked */
	bool wants_scan_ = false, scan_begun_ = false;
};

} // namespace mooring::esp8266
