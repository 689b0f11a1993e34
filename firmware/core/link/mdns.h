#pragma once

#include "../wire.h"

/** Looks for the hub on the local network, with as much of RFC 6762 and 6763 as a board needs. */
namespace mooring {

constexpr size_t HUB_ID_BYTES = 16;
constexpr uint8_t MDNS_GROUP[4] = {224, 0, 0, 251};
constexpr uint16_t MDNS_PORT = 5353;
/** The longest message that fits one Wi-Fi frame. */
constexpr size_t MDNS_MESSAGE_BYTES = 1472;

/** The board's own address and mask, in network byte order. */
struct Subnet {
	uint8_t address[4], mask[4];
};

/** Asks who offers `_mooring._tcp`. */
Bytes mdns_question();
/**
 * The address of the hub of this id, if the message has it; of several, one in the board's own subnet. False for other
 * messages and malformed ones.
 */
bool mdns_answer(Bytes message, const uint8_t id[HUB_ID_BYTES], const Subnet &own, wire::HubAddress *out);

} // namespace mooring
