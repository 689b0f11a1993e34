#pragma once

#include "../../core/link/mdns.h"

struct udp_pcb;
struct pbuf;

namespace mooring::esp8266 {

/** Asks the local network for the hub, and listens to what it tells. */
class Lookup {
public:
	/** The radio is on another network: its answers begin anew. */
	void joined(const Subnet &own);
	/** Where the hub of this id was seen last; asks again. */
	bool ask(const uint8_t id[HUB_ID_BYTES], wire::HubAddress *out);

	// what lwIP calls
	void heard(const pbuf *message);

private:
	udp_pcb *pcb_ = nullptr;
	Subnet own_{};
	uint8_t id_[HUB_ID_BYTES]{};
	bool asked_ = false, found_ = false;
	wire::HubAddress hub_{};
};

} // namespace mooring::esp8266
