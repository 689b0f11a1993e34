#pragma once

#include "../../core/hal.h"

namespace mooring::wasm {

/** How to start a board. The host writes it, field by field. */
struct Start {
	uint8_t mac[6];
	uint8_t has_radio, keeps_power;
	uint32_t boot_reason;
	/** 0 if the config file's addresses count */
	uint32_t hub_port;
	char hub_host[sizeof wire::HubAddress::host];
	/** the version of the image that it plays; empty if it runs as itself */
	char firmware[sizeof wire::Hello::firmware];
};

/** The HAL of the host's board of this number. `start` must outlive it. */
Hal machine(uint32_t board, const Start &start);

} // namespace mooring::wasm
