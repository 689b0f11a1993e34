#pragma once

#include "ws_accept.h"

namespace mooring {

/** The longest message in either direction, protocol/README.md. */
constexpr size_t MAX_FRAME_BYTES = 1024;
constexpr size_t MAX_CONTROL_BYTES = 125;
/** The longest header of a masked frame of up to MAX_FRAME_BYTES. */
constexpr size_t WS_HEADER_BYTES = 8;
constexpr size_t WS_REQUEST_BYTES = 320;

enum class Opcode : uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/** Close codes of RFC 6455, 7.4.1, that a client sends or understands. */
enum : uint16_t {
	WS_NORMAL = 1000,
	WS_PROTOCOL_ERROR = 1002,
	WS_UNSUPPORTED = 1003,
	WS_NO_CODE = 1005,
	WS_BROKEN = 1006,
	WS_TOO_BIG = 1009,
};

/**
 * Writes one masked frame (RFC 6455, 5.2) to `out`, at most WS_HEADER_BYTES longer than the payload. The payload may
 * already lie in `out`, WS_HEADER_BYTES from its beginning. Answers the frame's length.
 */
size_t ws_write_frame(uint8_t *out, Opcode opcode, Bytes payload, const uint8_t mask[4]);

/**
 * The reading half of a WebSocket client (RFC 6455): bytes in, one event after the other out. It holds one message of
 * up to MAX_FRAME_BYTES, and knows no socket.
 */
class WebSocketReader {
public:
	enum class Event : uint8_t {
		/** all bytes are used up */
		NeedsMore,
		Opened,
		/** the server answered with another HTTP status: `code` */
		Refused,
		/** a whole binary message: `payload` */
		Message,
		/** answer it with a pong of the same `payload` */
		Ping,
		Pong,
		/** the server's close frame: `code`, and its reason in `payload` */
		Close,
		/** the server broke the protocol: `code` is what to close with, `payload` the reason in words. Nothing more is
		   read */
		Broken,
	};

	/** Writes the upgrade request to `out`, at most WS_REQUEST_BYTES; 0 if the host is too long for that. */
	size_t begin(char *out, const char *host, uint16_t port, const std::array<uint8_t, 16> &nonce);
	/** Takes bytes from the front of `*in` up to the next event. Its details are valid until the next call. */
	Event read(Bytes *in);

	uint16_t code() const { return code_; }
	Bytes payload() const { return payload_; }
	/** The last message, writable, so that it can be decrypted in place. */
	uint8_t *message() { return message_; }

private:
	/** Lines of an HTTP answer are cut here; the lines that matter are shorter. */
	static constexpr size_t LINE_BYTES = 96;
	static constexpr uint16_t MAX_HTTP_LINES = 64;
	static constexpr uint16_t MAX_LINE_CHARS = 4096;

	enum class State : uint8_t { StatusLine, Headers, Header, Payload, Over };

	Event read_http(Bytes *in);
	Event status_line();
	Event header_line();
	Event end_of_headers();
	Event read_header(Bytes *in);
	Event begin_frame();
	Event read_payload(Bytes *in);
	Event end_frame();
	Event broken(uint16_t code, const char *words);

	State state_ = State::Over;
	uint16_t code_ = 0;
	Bytes payload_ = {nullptr, 0};

	char accept_[WS_ACCEPT_CHARS];
	char line_[LINE_BYTES];
	uint16_t line_length_ = 0;
	uint16_t lines_ = 0;
	uint16_t status_ = 0;
	bool upgrade_ = false, accepted_ = false, subprotocol_ = false, extension_ = false;

	uint8_t header_[4];
	uint8_t header_length_ = 0;
	Opcode opcode_ = Opcode::Binary;
	bool final_ = false;
	/** a message of several frames is on its way */
	bool fragmented_ = false;
	size_t frame_size_ = 0, frame_read_ = 0;
	size_t message_size_ = 0;
	uint8_t control_[MAX_CONTROL_BYTES];
	uint8_t message_[MAX_FRAME_BYTES];
};

} // namespace mooring
