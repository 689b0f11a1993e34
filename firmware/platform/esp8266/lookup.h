#pragma once

#include "../../core/link/mdns.h"

struct udp_pcb;
struct pbuf;

namespace mooring::esp8266 {

/** Asks the local network for the hub, and listens for answers. */
class Lookup {
public:
	/** The radio has joined a network: forgets what was found on the one before. */
	void joined(const Subnet &own);
	/** Asks again; answers where the hub of this id was seen last. */
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
