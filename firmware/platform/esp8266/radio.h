#pragma once

#include <ESP8266WiFi.h>

#include "../../core/hal.h"
#include "lookup.h"

namespace mooring::esp8266 {

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
	/** Scans for the network to join, since the SDK would join the first access point that it hears, however weak. */
	void look();
	void join_strongest();
	bool begin_scan();

	WiFiEventHandler got_address_, left_;
	bool begun_ = false, joined_ = false;
	/** since it was told to join: whether it has an address; why it gave up, 0 if it has not */
	bool has_address_ = false;
	int reason_ = 0;
	/** the network to join; its password is wiped once the SDK has it */
	wire::WifiConfig network_ = {};
	/** a scan for network_ must begin; it is running */
	bool wants_look_ = false, looks_ = false;
	/** somebody asked for all networks; the scan for them is running */
	bool wants_scan_ = false, scan_begun_ = false;
};

} // namespace mooring::esp8266
