#include "lookup.h"

#include <lwip/igmp.h>
#include <lwip/pbuf.h>
#include <lwip/udp.h>

namespace mooring::esp8266 {

namespace {

void on_heard(void *argument, udp_pcb *, pbuf *message, const ip_addr_t *, uint16_t) {
	static_cast<Lookup *>(argument)->heard(message);
	pbuf_free(message);
}

ip_addr_t address_of(const uint8_t bytes[4]) {
	ip_addr_t address;
	IP_ADDR4(&address, bytes[0], bytes[1], bytes[2], bytes[3]);
	return address;
}

} // namespace

void Lookup::joined(const Subnet &own) {
	const ip_addr_t before = address_of(own_.address), self = address_of(own.address), group = address_of(MDNS_GROUP);
	own_ = own;
	found_ = false;
	if (pcb_ != nullptr)
		igmp_leavegroup(ip_2_ip4(&before), ip_2_ip4(&group));
	else {
		pcb_ = udp_new();
		if (pcb_ == nullptr) return;
		udp_recv(pcb_, on_heard, this);
		// Without the port there are no answers; the addresses of the config file do without them.
		udp_bind(pcb_, IP_ADDR_ANY, MDNS_PORT);
	}
	igmp_joingroup(ip_2_ip4(&self), ip_2_ip4(&group));
}

bool Lookup::ask(const uint8_t id[HUB_ID_BYTES], wire::HubAddress *out) {
	memcpy(id_, id, sizeof id_);
	asked_ = true;
	if (found_) *out = hub_;
	const Bytes question = mdns_question();
	pbuf *message =
		pcb_ != nullptr ? pbuf_alloc(PBUF_TRANSPORT, static_cast<uint16_t>(question.size), PBUF_RAM) : nullptr;
	if (message == nullptr) return found_;
	pbuf_take(message, question.data, static_cast<uint16_t>(question.size));
	const ip_addr_t group = address_of(MDNS_GROUP);
	udp_sendto(pcb_, message, &group, MDNS_PORT);
	pbuf_free(message);
	return found_;
}

void Lookup::heard(const pbuf *message) {
	// A message in one Wi-Fi frame is in one piece.
	if (!asked_ || message->len != message->tot_len) return;
	if (mdns_answer({static_cast<const uint8_t *>(message->payload), message->len}, id_, own_, &hub_)) found_ = true;
}

} // namespace mooring::esp8266
