#pragma once

// Debian's options declare C functions without extern "C".
extern "C" {
#include <lwip/opt.h>
}

#include <lwip/netif.h>
#include <lwip/sockets.h>
#include <lwip/tcpip.h>

#include "../../../core/bytes.h"

namespace mooring::test {

/**
 * The real lwIP with one interface. What is sent to its own address comes back; what is sent to a group is kept for the
 * test. Its thread runs while nobody holds it. There is no name server: the test answers.
 */
class Stack {
public:
	static constexpr uint8_t ADDRESS[4] = {10, 20, 0, 1}, MASK[4] = {255, 255, 255, 0};
	static constexpr char HOST[] = "10.20.0.1";

	/** The only instance, made at the first call. */
	static Stack &the();

	/** Nothing happens on the network from here to the end of the block. */
	struct Held {
		Held() { sys_lock_tcpip_core(); }
		~Held() { sys_unlock_tcpip_core(); }
	};

	/** The host that was asked for and has no answer yet; empty if there is none. */
	const char *asked_for() const { return host_; }
	/** Answers with this address; nullptr if there is no such host. */
	void answer(const char *address);
	/** Answers the next question at once, as from a cache. */
	void knows(const char *address) { known_ = address; }

	netif interface = {};
	/** the last packet to a group, from its IP header on */
	uint8_t sent[1500];
	size_t sent_bytes = 0;

	// what lwIP calls
	err_t ask(const char *host, ip_addr_t *address, void (*found)(const char *, const ip_addr_t *, void *),
			  void *argument);

private:
	Stack();

	char host_[64] = "";
	const char *known_ = nullptr;
	void (*found_)(const char *, const ip_addr_t *, void *) = nullptr;
	void *argument_ = nullptr;
};

/** Waits for a condition, while the network runs. */
template<typename Condition>
bool happens(Condition condition) {
	constexpr int MOST_MS = 10'000;
	for (int ms = 0; ms < MOST_MS; ms++) {
		if (condition()) return true;
		sys_msleep(1);
	}
	return false;
}

/** The hub's end of a connection, by lwIP's sockets. */
class Peer {
public:
	Peer();
	~Peer();

	uint16_t port() const { return port_; }
	bool accept();
	bool send(Bytes bytes);
	/** Waits for bytes and reads up to `most`; 0 at an orderly end, -1 after a reset. */
	int receive(uint8_t *out, size_t most);
	void close();
	/** Resets the connection: closes it while a byte of the board is unread. */
	void reset();
	/** Closes the listening socket. */
	void stop_listening();

private:
	int listening_, connection_ = -1;
	uint16_t port_;
};

} // namespace mooring::test
