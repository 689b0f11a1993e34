#pragma once

#include "../../core/hal.h"

struct tcp_pcb;
struct pbuf;

namespace mooring::esp8266 {

/**
 * One TCP connection that never blocks, on lwIP itself, since the Arduino core's WiFiClient blocks while it connects.
 * lwIP calls back only while the loop yields, which none of these functions does.
 */
class Socket {
public:
	bool connect(const char *host, uint16_t port);
	Tcp state() const { return state_; }
	int send(const uint8_t *from, size_t size);
	int receive(uint8_t *out, size_t room);
	void close();
	/** Whether something happened since the last call. */
	bool takes_news();

	// what lwIP calls
	void resolved(const char *host, const void *address);
	void connected();
	void received(pbuf *more);
	void sent() { news_ = true; }
	void failed();

private:
	bool open(const void *address);

	tcp_pcb *pcb_ = nullptr;
	pbuf *in_ = nullptr;
	/** bytes of in_'s first piece that were taken already */
	uint16_t taken_ = 0;
	bool ended_ = false, resolving_ = false, news_ = false;
	Tcp state_ = Tcp::Closed;
	uint16_t port_ = 0;
	char host_[sizeof(wire::HubAddress::host)] = "";
};

} // namespace mooring::esp8266
