#pragma once

#include "../../core/link/mdns.h"

namespace mooring::esp32 {

/** Asks the local network for the hub, and listens for answers. */
class Lookup {
public:
	/** The radio has joined a network: forgets what was found on the one before. */
	void joined(const Subnet &own);
	/** Asks again; answers where the hub of this id was seen last. */
	bool ask(const uint8_t id[HUB_ID_BYTES], wire::HubAddress *out);
	/** Reads what has come. */
	void step();

private:
	int file_ = -1;
	Subnet own_{};
	uint8_t id_[HUB_ID_BYTES]{};
	bool asked_ = false, found_ = false;
	wire::HubAddress hub_{};
	uint8_t message_[MDNS_MESSAGE_BYTES];
};

} // namespace mooring::esp32
