#include "socket.h"

#include <lwip/dns.h>
#include <lwip/pbuf.h>
#include <lwip/tcp.h>

namespace mooring::esp8266 {

namespace {

Socket &of(void *argument) { return *static_cast<Socket *>(argument); }

void on_resolved(const char *host, const ip_addr_t *address, void *argument) { of(argument).resolved(host, address); }

err_t on_connected(void *argument, tcp_pcb *, err_t) {
	of(argument).connected();
	return ERR_OK;
}

err_t on_received(void *argument, tcp_pcb *, pbuf *more, err_t) {
	of(argument).received(more);
	return ERR_OK;
}

err_t on_sent(void *argument, tcp_pcb *, uint16_t) {
	of(argument).sent();
	return ERR_OK;
}

void on_failed(void *argument, err_t) { of(argument).failed(); }

} // namespace

bool Socket::connect(const char *host, uint16_t port) {
	close();
	port_ = port;
	strncpy(host_, host, sizeof host_ - 1);
	ip_addr_t address;
	const err_t error = dns_gethostbyname(host_, &address, on_resolved, this);
	if (error == ERR_OK) return open(&address);
	resolving_ = error == ERR_INPROGRESS;
	if (resolving_) state_ = Tcp::Connecting;
	return resolving_;
}

bool Socket::open(const void *address) {
	pcb_ = tcp_new();
	if (pcb_ == nullptr) return false;
	tcp_arg(pcb_, this);
	tcp_recv(pcb_, on_received);
	tcp_sent(pcb_, on_sent);
	tcp_err(pcb_, on_failed);
	// A toggle is a few bytes, which must not wait for more.
	tcp_nagle_disable(pcb_);
	if (tcp_connect(pcb_, static_cast<const ip_addr_t *>(address), port_, on_connected) != ERR_OK) {
		close();
		return false;
	}
	state_ = Tcp::Connecting;
	return true;
}

int Socket::send(const uint8_t *from, size_t size) {
	if (pcb_ == nullptr || state_ != Tcp::Open) return -1;
	const size_t room = tcp_sndbuf(pcb_);
	const size_t taken = size < room ? size : room;
	if (taken == 0) return 0;
	const err_t error = tcp_write(pcb_, from, static_cast<uint16_t>(taken), TCP_WRITE_FLAG_COPY);
	if (error == ERR_MEM) return 0;
	if (error != ERR_OK) return -1;
	tcp_output(pcb_);
	return static_cast<int>(taken);
}

int Socket::receive(uint8_t *out, size_t room) {
	if (in_ == nullptr) return ended_ || pcb_ == nullptr ? -1 : 0;
	const size_t there = in_->len - taken_;
	const uint16_t size = static_cast<uint16_t>(there < room ? there : room);
	memcpy(out, static_cast<const uint8_t *>(in_->payload) + taken_, size);
	taken_ = static_cast<uint16_t>(taken_ + size);
	if (taken_ == in_->len) {
		pbuf *rest = in_->next;
		if (rest != nullptr) pbuf_ref(rest);
		pbuf_free(in_);
		in_ = rest;
		taken_ = 0;
	}
	if (pcb_ != nullptr) tcp_recved(pcb_, size);
	return size;
}

void Socket::close() {
	tcp_pcb *pcb = pcb_;
	pcb_ = nullptr;
	state_ = Tcp::Closed;
	resolving_ = ended_ = false;
	if (pcb != nullptr) {
		tcp_arg(pcb, nullptr);
		tcp_recv(pcb, nullptr);
		tcp_sent(pcb, nullptr);
		tcp_err(pcb, nullptr);
		// With unread bytes lwIP would reset the connection, and lose what is still to be sent.
		if (in_ != nullptr) tcp_recved(pcb, static_cast<uint16_t>(in_->tot_len - taken_));
		if (tcp_close(pcb) != ERR_OK) tcp_abort(pcb);
	}
	if (in_ != nullptr) pbuf_free(in_);
	in_ = nullptr;
	taken_ = 0;
}

bool Socket::takes_news() {
	const bool news = news_;
	news_ = false;
	return news;
}

void Socket::resolved(const char *host, const void *address) {
	// It may be the answer to an older question.
	if (!resolving_ || strcmp(host, host_) != 0) return;
	resolving_ = false;
	news_ = true;
	if (address == nullptr || !open(address)) state_ = Tcp::Closed;
}

void Socket::connected() {
	state_ = Tcp::Open;
	news_ = true;
}

void Socket::received(pbuf *more) {
	news_ = true;
	if (more == nullptr)
		ended_ = true;
	else if (in_ == nullptr)
		in_ = more;
	else
		pbuf_cat(in_, more);
}

/** lwIP has freed the connection already. */
void Socket::failed() {
	pcb_ = nullptr;
	news_ = true;
	if (state_ == Tcp::Connecting) state_ = Tcp::Closed;
}

} // namespace mooring::esp8266
