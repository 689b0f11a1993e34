#include "socket.h"

#include <fcntl.h>
#include <lwip/dns.h>
#include <lwip/inet.h>
#include <lwip/sockets.h>
#include <lwip/tcpip.h>

#include <cerrno>

namespace mooring::esp32 {

namespace {

constexpr uint32_t NO_ADDRESS = 0;

Socket &of(void *argument) { return *static_cast<Socket *>(argument); }

uint32_t ipv4_of(const ip_addr_t *address) {
	return address != nullptr && IP_IS_V4(address) ? ip4_addr_get_u32(ip_2_ip4(address)) : NO_ADDRESS;
}

void on_resolved(const char *host, const ip_addr_t *address, void *argument) {
	of(argument).resolved(host, ipv4_of(address));
}

/** True if a socket is ready now. */
bool is_ready(int file, bool to_write) {
	fd_set files;
	timeval at_once = {0, 0};
	FD_ZERO(&files);
	FD_SET(file, &files);
	return lwip_select(file + 1, to_write ? nullptr : &files, to_write ? &files : nullptr, nullptr, &at_once) > 0;
}

} // namespace

bool Socket::connect(const char *host, uint16_t port) {
	// The older question is still open, and its answer would be taken for the new one's.
	if (name_ == Name::Asked) return false;
	close();
	port_ = port;
	in_addr address;
	if (inet_aton(host, &address) != 0) return open(address.s_addr);
	strncpy(host_, host, sizeof host_ - 1);
	name_ = Name::Asked;
	resolving_ = tcpip_try_callback([](void *argument) { of(argument).resolve(); }, this) == ERR_OK;
	if (!resolving_) name_ = Name::None;
	return resolving_;
}

void Socket::resolve() {
	ip_addr_t address;
	const err_t error = dns_gethostbyname(host_, &address, on_resolved, this);
	if (error != ERR_INPROGRESS) resolved(host_, error == ERR_OK ? ipv4_of(&address) : NO_ADDRESS);
}

void Socket::resolved(const char *, uint32_t address) {
	address_ = address;
	name_ = address != NO_ADDRESS ? Name::Found : Name::Unknown;
}

bool Socket::open(uint32_t address) {
	file_ = lwip_socket(AF_INET, SOCK_STREAM, 0);
	if (file_ < 0) return false;
	const int on = 1;
	lwip_fcntl(file_, F_SETFL, lwip_fcntl(file_, F_GETFL, 0) | O_NONBLOCK);
	// A toggle is a few bytes, which must not wait for more.
	lwip_setsockopt(file_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	sockaddr_in to = {};
	to.sin_family = AF_INET;
	to.sin_port = htons(port_);
	to.sin_addr.s_addr = address;
	connecting_ = lwip_connect(file_, reinterpret_cast<sockaddr *>(&to), sizeof to) == 0 || errno == EINPROGRESS;
	if (!connecting_) close();
	return connecting_;
}

Tcp Socket::state() {
	if (file_ < 0) {
		if (!resolving_) return Tcp::Closed;
		if (name_ == Name::Asked) return Tcp::Connecting;
		const bool found = name_ == Name::Found;
		resolving_ = false;
		name_ = Name::None;
		return found && open(address_) ? Tcp::Connecting : Tcp::Closed;
	}
	if (!connecting_) return Tcp::Open;
	if (!is_ready(file_, true)) return Tcp::Connecting;
	int error = 0;
	socklen_t size = sizeof error;
	connecting_ = false;
	return lwip_getsockopt(file_, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0 ? Tcp::Open : Tcp::Closed;
}

int Socket::send(const uint8_t *from, size_t size) {
	if (file_ < 0) return -1;
	const ssize_t taken = lwip_send(file_, from, size, MSG_DONTWAIT);
	if (taken >= 0) return static_cast<int>(taken);
	return errno == EAGAIN || errno == ENOMEM ? 0 : -1;
}

int Socket::receive(uint8_t *out, size_t room) {
	if (file_ < 0) return -1;
	const ssize_t size = lwip_recv(file_, out, room, MSG_DONTWAIT);
	if (size > 0) return static_cast<int>(size);
	return size < 0 && errno == EAGAIN ? 0 : -1;
}

void Socket::close() {
	if (file_ >= 0) {
		// With unread bytes lwIP would reset the connection, and lose what is still to be sent.
		uint8_t unread[64];
		while (lwip_recv(file_, unread, sizeof unread, MSG_DONTWAIT) > 0) {
		}
		lwip_close(file_);
	}
	file_ = -1;
	connecting_ = resolving_ = false;
	if (name_ != Name::Asked) name_ = Name::None;
}

bool Socket::has_news() const { return file_ >= 0 ? is_ready(file_, connecting_) : resolving_ && name_ >= Name::Found; }

} // namespace mooring::esp32
