#pragma once

#include <atomic>

#include "../../core/hal.h"

struct ip_addr;

namespace mooring::esp32 {

/** One TCP connection that never blocks, not even to resolve a name: lwIP's thread does that. */
class Socket {
public:
	bool connect(const char *host, uint16_t port);
	Tcp state();
	int send(const uint8_t *from, size_t size);
	int receive(uint8_t *out, size_t room);
	void close();
	/** Whether there are bytes to read, or the connection has ended. */
	bool has_news() const;

	// what lwIP's thread calls
	void resolve();
	void resolved(const char *host, uint32_t address);

private:
	enum class Name : uint8_t { None, Asked, Found, Unknown };

	bool open(uint32_t address);

	int file_ = -1;
	bool connecting_ = false;
	/** a name is being resolved; an answer that comes after close() is ignored */
	bool resolving_ = false;
	uint16_t port_ = 0;
	char host_[sizeof(wire::HubAddress::host)] = "";
	std::atomic<Name> name_{Name::None};
	/** IPv4, in network byte order; written before name_ says Found */
	std::atomic<uint32_t> address_{0};
};

} // namespace mooring::esp32
