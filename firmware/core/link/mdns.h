#pragma once

#include "../wire.h"

/** Looking for the hub on the local network: RFC 6762 and 6763, as much of them as a board needs. */
namespace mooring {

constexpr size_t HUB_ID_BYTES = 16;
constexpr uint8_t MDNS_GROUP[4] = {224, 0, 0, 251};
constexpr uint16_t MDNS_PORT = 5353;
/** The longest message that goes over a Wi-Fi in one piece. */
constexpr size_t MDNS_MESSAGE_BYTES = 1472;

/** Of the board itself, in the order of the network. */
struct Subnet {
	uint8_t address[4], mask[4];
};

/** Who is there as `_mooring._tcp`? */
Bytes mdns_question();
/**
 * The address of the hub of this id, where the message tells it: one in the board's own subnet, where the hub has
 * several. Other messages, and malformed ones, are none of its business.
 */
bool mdns_answer(Bytes message, const uint8_t id[HUB_ID_BYTES], const Subnet &own, wire::HubAddress *out);

} // namespace mooring
