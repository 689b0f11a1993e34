#pragma once

#include "../../core/hal.h"

namespace mooring::wasm {

/** How a board is started; the host writes it, field by field. */
struct Start {
	uint8_t mac[6];
	uint8_t has_radio, keeps_power;
	uint32_t boot_reason;
	/** 0 where the config file says where the hub is */
	uint32_t hub_port;
	char hub_host[sizeof wire::HubAddress::host];
	/** the image's that it plays, empty where it runs as itself */
	char firmware[sizeof wire::Hello::firmware];
};

/** The machine of the host's board of this number. `start` must outlive it. */
Hal machine(uint32_t board, const Start &start);

} // namespace mooring::wasm
