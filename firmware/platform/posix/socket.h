#pragma once

#include "../../core/hal.h"

namespace mooring::posix {

/** One TCP connection that never blocks, except to resolve a host name. */
class Socket {
public:
	~Socket() { close(); }

	bool connect(const char *host, uint16_t port);
	Tcp state();
	int send(const uint8_t *from, size_t size);
	int receive(uint8_t *out, size_t room);
	void close();
	/** For poll(); -1 if there is none. */
	int file() const { return file_; }
	bool is_connecting() const { return connecting_; }

private:
	int file_ = -1;
	bool connecting_ = false;
	/** counts tries, so that every address of a name gets its turn */
	uint32_t tries_ = 0;
};

} // namespace mooring::posix
