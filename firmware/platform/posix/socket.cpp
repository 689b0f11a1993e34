#include "socket.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace mooring::posix {

bool Socket::connect(const char *host, uint16_t port) {
	close();
	addrinfo hints = {};
	addrinfo *found = nullptr;
	hints.ai_socktype = SOCK_STREAM;
	if (getaddrinfo(host, std::to_string(port).c_str(), &hints, &found) != 0) return false;
	uint32_t count = 0;
	for (const addrinfo *one = found; one != nullptr; one = one->ai_next) count++;
	const addrinfo *chosen = found;
	for (uint32_t skip = tries_++ % count; skip > 0; skip--) chosen = chosen->ai_next;
	file_ = ::socket(chosen->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	const int on = 1;
	// A toggle is a few bytes, which must not wait for more.
	if (file_ >= 0) setsockopt(file_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	const bool begun =
		file_ >= 0 && (::connect(file_, chosen->ai_addr, chosen->ai_addrlen) == 0 || errno == EINPROGRESS);
	freeaddrinfo(found);
	connecting_ = begun;
	return begun;
}

Tcp Socket::state() {
	if (file_ < 0) return Tcp::Closed;
	if (!connecting_) return Tcp::Open;
	pollfd waiting = {file_, POLLOUT, 0};
	if (poll(&waiting, 1, 0) == 0) return Tcp::Connecting;
	int error = 0;
	socklen_t size = sizeof error;
	connecting_ = false;
	return getsockopt(file_, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0 ? Tcp::Open : Tcp::Closed;
}

int Socket::send(const uint8_t *from, size_t size) {
	const ssize_t taken = ::send(file_, from, size, MSG_NOSIGNAL);
	if (taken >= 0) return static_cast<int>(taken);
	return errno == EAGAIN || errno == EINTR ? 0 : -1;
}

int Socket::receive(uint8_t *out, size_t room) {
	const ssize_t size = recv(file_, out, room, 0);
	if (size > 0) return static_cast<int>(size);
	return size < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

void Socket::close() {
	if (file_ >= 0) ::close(file_);
	file_ = -1;
	connecting_ = false;
}

} // namespace mooring::posix
