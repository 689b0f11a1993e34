#include "lookup.h"

#include <fcntl.h>
#include <lwip/inet.h>
#include <lwip/sockets.h>

namespace mooring::esp32 {

namespace {

sockaddr_in at_mdns_port(const uint8_t *address) {
	sockaddr_in at = {};
	at.sin_family = AF_INET;
	at.sin_port = htons(MDNS_PORT);
	if (address != nullptr) memcpy(&at.sin_addr.s_addr, address, sizeof at.sin_addr.s_addr);
	return at;
}

} // namespace

void Lookup::joined(const Subnet &own) {
	own_ = own;
	found_ = false;
	// A socket's groups belong to the network it was opened on, so each network gets its own socket.
	if (file_ >= 0) lwip_close(file_);
	file_ = lwip_socket(AF_INET, SOCK_DGRAM, 0);
	if (file_ < 0) return;
	const int on = 1;
	lwip_setsockopt(file_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	lwip_fcntl(file_, F_SETFL, lwip_fcntl(file_, F_GETFL, 0) | O_NONBLOCK);
	const sockaddr_in any = at_mdns_port(nullptr);
	ip_mreq membership = {};
	memcpy(&membership.imr_multiaddr.s_addr, MDNS_GROUP, sizeof MDNS_GROUP);
	memcpy(&membership.imr_interface.s_addr, own.address, sizeof own.address);
	// Without the port or the group there are no answers; the addresses of the config file do without them.
	lwip_bind(file_, reinterpret_cast<const sockaddr *>(&any), sizeof any);
	lwip_setsockopt(file_, IPPROTO_IP, IP_ADD_MEMBERSHIP, &membership, sizeof membership);
}

bool Lookup::ask(const uint8_t id[HUB_ID_BYTES], wire::HubAddress *out) {
	memcpy(id_, id, sizeof id_);
	asked_ = true;
	if (found_) *out = hub_;
	if (file_ < 0) return found_;
	const Bytes question = mdns_question();
	const sockaddr_in group = at_mdns_port(MDNS_GROUP);
	lwip_sendto(file_, question.data, question.size, MSG_DONTWAIT, reinterpret_cast<const sockaddr *>(&group),
				sizeof group);
	return found_;
}

void Lookup::step() {
	if (file_ < 0) return;
	const ssize_t size = lwip_recv(file_, message_, sizeof message_, MSG_DONTWAIT);
	if (size > 0 && asked_ && mdns_answer({message_, static_cast<size_t>(size)}, id_, own_, &hub_)) found_ = true;
}

} // namespace mooring::esp32
