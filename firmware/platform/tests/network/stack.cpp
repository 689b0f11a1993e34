#include "stack.h"

#include <lwip/dns.h>
#include <lwip/igmp.h>
#include <lwip/init.h>

#include <cstring>

namespace mooring::test {

namespace {

err_t keep(netif *, pbuf *packet, const ip4_addr_t *) {
	Stack &stack = Stack::the();
	stack.sent_bytes = pbuf_copy_partial(packet, stack.sent, sizeof stack.sent, 0);
	return ERR_OK;
}

err_t set_up(netif *interface) {
	interface->output = keep;
	interface->mtu = 1500;
	interface->flags = NETIF_FLAG_IGMP | NETIF_FLAG_BROADCAST | NETIF_FLAG_UP | NETIF_FLAG_LINK_UP;
	return ERR_OK;
}

ip4_addr_t ip4(const uint8_t bytes[4]) {
	ip4_addr_t address;
	IP4_ADDR(&address, bytes[0], bytes[1], bytes[2], bytes[3]);
	return address;
}

sockaddr_in here(uint16_t port) {
	sockaddr_in at = {};
	at.sin_family = AF_INET;
	at.sin_port = lwip_htons(port);
	memcpy(&at.sin_addr, Stack::ADDRESS, sizeof Stack::ADDRESS);
	return at;
}

} // namespace

Stack &Stack::the() {
	static Stack *stack = new Stack;
	return *stack;
}

Stack::Stack() {
	sys_sem_t begun;
	sys_sem_new(&begun, 0);
	tcpip_init([](void *argument) { sys_sem_signal(static_cast<sys_sem_t *>(argument)); }, &begun);
	sys_arch_sem_wait(&begun, 0);
	sys_sem_free(&begun);
	const Held held;
	const ip4_addr_t address = ip4(ADDRESS), mask = ip4(MASK);
	netif_add(&interface, &address, &mask, &address, nullptr, set_up, tcpip_input);
	netif_set_default(&interface);
	igmp_start(&interface);
}

err_t Stack::ask(const char *host, ip_addr_t *address, void (*found)(const char *, const ip_addr_t *, void *),
				 void *argument) {
	const char *known = known_;
	known_ = nullptr;
	if (ipaddr_aton(known != nullptr ? known : host, address)) return ERR_OK;
	snprintf(host_, sizeof host_, "%s", host);
	found_ = found;
	argument_ = argument;
	return ERR_INPROGRESS;
}

void Stack::answer(const char *address) {
	char host[sizeof host_];
	memcpy(host, host_, sizeof host);
	host_[0] = '\0';
	ip_addr_t found;
	if (address != nullptr) ipaddr_aton(address, &found);
	const Held held;
	found_(host, address != nullptr ? &found : nullptr, argument_);
}

Peer::Peer() : listening_(lwip_socket(AF_INET, SOCK_STREAM, 0)) {
	sockaddr_in at = here(0);
	socklen_t size = sizeof at;
	lwip_bind(listening_, reinterpret_cast<sockaddr *>(&at), sizeof at);
	lwip_listen(listening_, 1);
	lwip_getsockname(listening_, reinterpret_cast<sockaddr *>(&at), &size);
	port_ = lwip_ntohs(at.sin_port);
}

Peer::~Peer() {
	close();
	stop_listening();
}

bool Peer::accept() {
	connection_ = lwip_accept(listening_, nullptr, nullptr);
	// With a time limit, so that a faulty board fails the test and does not hang it.
	const timeval most = {10, 0};
	lwip_setsockopt(connection_, SOL_SOCKET, SO_SNDTIMEO, &most, sizeof most);
	lwip_setsockopt(connection_, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
	return connection_ >= 0;
}

bool Peer::send(Bytes bytes) {
	return lwip_send(connection_, bytes.data, bytes.size, 0) == static_cast<ssize_t>(bytes.size);
}

int Peer::receive(uint8_t *out, size_t most) { return static_cast<int>(lwip_recv(connection_, out, most, 0)); }

void Peer::close() {
	if (connection_ >= 0) lwip_close(connection_);
	connection_ = -1;
}

void Peer::reset() {
	char byte;
	lwip_recv(connection_, &byte, 1, MSG_PEEK);
	close();
}

void Peer::stop_listening() {
	if (listening_ >= 0) lwip_close(listening_);
	listening_ = -1;
}

} // namespace mooring::test

/** Debian's lwIP has no resolver: this one leaves the answer to the test. */
err_t dns_gethostbyname(const char *host, ip_addr_t *address, dns_found_callback found, void *argument) {
	return mooring::test::Stack::the().ask(host, address, found, argument);
}
