#include "websocket.h"

#include <cstdio>

namespace mooring {

namespace {

constexpr char PATH[] = "/device";
constexpr char SUBPROTOCOL[] = "mooring.v2";
constexpr uint8_t FINAL = 0x80, RESERVED = 0x70, OPCODE = 0x0f;
constexpr uint8_t MASKED = 0x80, LENGTH = 0x7f;
/** Lengths above this are in the next two, or eight, bytes. */
constexpr uint8_t SHORT_LENGTH = 125, LENGTH_16 = 126, LENGTH_64 = 127;
constexpr uint16_t SWITCHING_PROTOCOLS = 101;

char lower(char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + ('a' - 'A')) : sign; }

bool same_word(const char *a, const char *b) {
	while (*a != '\0' && lower(*a) == lower(*b)) a++, b++;
	return *a == *b;
}

/** The value of a header line of this name, or nullptr. `line` ends with a zero, without white space before it. */
const char *value_of(const char *line, const char *name) {
	while (*name != '\0' && lower(*line) == lower(*name)) line++, name++;
	if (*name != '\0' || *line != ':') return nullptr;
	do line++;
	while (*line == ' ' || *line == '\t');
	return line;
}

bool is_close_code(uint16_t code) {
	return (code >= 1000 && code <= 1014 && code != 1004 && code != WS_NO_CODE && code != WS_BROKEN) ||
		   (code >= 3000 && code <= 4999);
}

} // namespace

size_t ws_write_frame(uint8_t *out, Opcode opcode, Bytes payload, const uint8_t mask[4]) {
	const size_t size = payload.size;
	const size_t header = size <= SHORT_LENGTH ? 6 : WS_HEADER_BYTES;
	if (size > 0) memmove(out + header, payload.data, size);
	out[0] = static_cast<uint8_t>(FINAL | static_cast<uint8_t>(opcode));
	if (size <= SHORT_LENGTH)
		out[1] = static_cast<uint8_t>(MASKED | size);
	else {
		out[1] = MASKED | LENGTH_16;
		out[2] = static_cast<uint8_t>(size >> 8);
		out[3] = static_cast<uint8_t>(size & 0xff);
	}
	memcpy(out + header - 4, mask, 4);
	for (size_t i = 0; i < size; i++) out[header + i] = static_cast<uint8_t>(out[header + i] ^ mask[i % 4]);
	return header + size;
}

size_t WebSocketReader::begin(char *out, const char *host, uint16_t port, const std::array<uint8_t, 16> &nonce) {
	char key[WS_KEY_CHARS];
	ws_key(nonce, key);
	ws_accept(key, accept_);
	state_ = State::StatusLine;
	line_length_ = lines_ = status_ = 0;
	upgrade_ = accepted_ = subprotocol_ = extension_ = false;
	header_length_ = 0;
	fragmented_ = false;
	message_size_ = 0;
	// An IPv6 address needs brackets: RFC 3986, 3.2.2.
	const bool ip6 = strchr(host, ':') != nullptr;
	const int length =
		snprintf(out, WS_REQUEST_BYTES,
				 "GET %s HTTP/1.1\r\nHost: %s%s%s:%u\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
				 "Sec-WebSocket-Key: %.*s\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: %s\r\n\r\n",
				 PATH, ip6 ? "[" : "", host, ip6 ? "]" : "", port, static_cast<int>(WS_KEY_CHARS), key, SUBPROTOCOL);
	return length > 0 && static_cast<size_t>(length) < WS_REQUEST_BYTES ? static_cast<size_t>(length) : 0;
}

WebSocketReader::Event WebSocketReader::read(Bytes *in) {
	Event event = Event::NeedsMore;
	while (event == Event::NeedsMore && state_ != State::Over) {
		// An empty frame is complete as soon as its header is there.
		const bool complete = state_ == State::Payload && frame_read_ == frame_size_;
		if (in->size == 0 && !complete) break;
		switch (state_) {
			case State::StatusLine:
			case State::Headers:
				event = read_http(in);
				break;
			case State::Header:
				event = read_header(in);
				break;
			case State::Payload:
				event = read_payload(in);
				break;
			case State::Over:
				break;
		}
	}
	if (state_ == State::Over) in->size = 0;
	return event;
}

WebSocketReader::Event WebSocketReader::read_http(Bytes *in) {
	const char sign = static_cast<char>(*in->data);
	in->data++;
	in->size--;
	if (sign != '\n') {
		if (line_length_ == MAX_LINE_CHARS) return broken(WS_PROTOCOL_ERROR, "its HTTP answer is too long");
		if (line_length_ < LINE_BYTES - 1) line_[line_length_] = sign;
		line_length_++;
		return Event::NeedsMore;
	}
	size_t length = line_length_ < LINE_BYTES - 1 ? line_length_ : LINE_BYTES - 1;
	while (length > 0 && (line_[length - 1] == '\r' || line_[length - 1] == ' ' || line_[length - 1] == '\t')) length--;
	line_[length] = '\0';
	line_length_ = 0;
	if (++lines_ > MAX_HTTP_LINES) return broken(WS_PROTOCOL_ERROR, "its HTTP answer is too long");
	if (state_ == State::StatusLine) return status_line();
	return length == 0 ? end_of_headers() : header_line();
}

WebSocketReader::Event WebSocketReader::status_line() {
	static const char VERSION[] = "HTTP/1.1 ";
	const char *digits = line_ + sizeof VERSION - 1;
	bool good = strncmp(line_, VERSION, sizeof VERSION - 1) == 0;
	for (size_t i = 0; good && i < 3; i++) {
		good = digits[i] >= '0' && digits[i] <= '9';
		status_ = static_cast<uint16_t>(status_ * 10 + (digits[i] - '0'));
	}
	if (!good || (digits[3] != '\0' && digits[3] != ' '))
		return broken(WS_PROTOCOL_ERROR, "it does not answer as a hub does");
	state_ = State::Headers;
	return Event::NeedsMore;
}

WebSocketReader::Event WebSocketReader::header_line() {
	if (const char *value = value_of(line_, "Upgrade")) upgrade_ = same_word(value, "websocket");
	if (const char *value = value_of(line_, "Sec-WebSocket-Accept"))
		accepted_ = strlen(value) == WS_ACCEPT_CHARS && memcmp(value, accept_, WS_ACCEPT_CHARS) == 0;
	if (const char *value = value_of(line_, "Sec-WebSocket-Protocol")) subprotocol_ = strcmp(value, SUBPROTOCOL) == 0;
	if (value_of(line_, "Sec-WebSocket-Extensions") != nullptr) extension_ = true;
	return Event::NeedsMore;
}

WebSocketReader::Event WebSocketReader::end_of_headers() {
	if (status_ != SWITCHING_PROTOCOLS) {
		state_ = State::Over;
		code_ = status_;
		payload_ = {nullptr, 0};
		return Event::Refused;
	}
	if (!upgrade_ || !accepted_ || !subprotocol_ || extension_)
		return broken(WS_PROTOCOL_ERROR, "it does not answer as a hub does");
	state_ = State::Header;
	return Event::Opened;
}

WebSocketReader::Event WebSocketReader::read_header(Bytes *in) {
	header_[header_length_++] = *in->data;
	in->data++;
	in->size--;
	if (header_length_ < 2) return Event::NeedsMore;
	if (header_[1] & MASKED) return broken(WS_PROTOCOL_ERROR, "a frame of the hub is masked");
	const uint8_t length = header_[1] & LENGTH;
	if (length == LENGTH_64) return broken(WS_TOO_BIG, "a frame of the hub is too long");
	if (length == LENGTH_16 && header_length_ < 4) return Event::NeedsMore;
	frame_size_ = length == LENGTH_16 ? static_cast<size_t>(header_[2] << 8 | header_[3]) : length;
	frame_read_ = 0;
	header_length_ = 0;
	return begin_frame();
}

WebSocketReader::Event WebSocketReader::begin_frame() {
	final_ = (header_[0] & FINAL) != 0;
	opcode_ = static_cast<Opcode>(header_[0] & OPCODE);
	if (header_[0] & RESERVED) return broken(WS_PROTOCOL_ERROR, "a frame of the hub has reserved bits");
	state_ = State::Payload;
	switch (opcode_) {
		case Opcode::Close:
		case Opcode::Ping:
		case Opcode::Pong:
			if (final_ && frame_size_ <= MAX_CONTROL_BYTES) return Event::NeedsMore;
			return broken(WS_PROTOCOL_ERROR, "a control frame of the hub is too long");
		case Opcode::Text:
			return broken(WS_UNSUPPORTED, "a frame of the hub is text");
		case Opcode::Binary:
			if (fragmented_) return broken(WS_PROTOCOL_ERROR, "a message of the hub was never finished");
			message_size_ = 0;
			break;
		case Opcode::Continuation:
			if (!fragmented_) return broken(WS_PROTOCOL_ERROR, "a message of the hub has no beginning");
			break;
		default:
			return broken(WS_PROTOCOL_ERROR, "a frame of the hub is of no known kind");
	}
	if (frame_size_ > MAX_FRAME_BYTES - message_size_) return broken(WS_TOO_BIG, "a frame of the hub is too long");
	fragmented_ = !final_;
	return Event::NeedsMore;
}

WebSocketReader::Event WebSocketReader::read_payload(Bytes *in) {
	const bool control = opcode_ >= Opcode::Close;
	const size_t left = frame_size_ - frame_read_;
	const size_t size = in->size < left ? in->size : left;
	uint8_t *to = control ? control_ + frame_read_ : message_ + message_size_;
	if (size > 0) memcpy(to, in->data, size);
	if (!control) message_size_ += size;
	frame_read_ += size;
	in->data += size;
	in->size -= size;
	if (frame_read_ < frame_size_) return Event::NeedsMore;
	state_ = State::Header;
	return end_frame();
}

WebSocketReader::Event WebSocketReader::end_frame() {
	payload_ = {control_, frame_size_};
	switch (opcode_) {
		case Opcode::Ping:
			return Event::Ping;
		case Opcode::Pong:
			return Event::Pong;
		case Opcode::Close:
			if (frame_size_ == 1) return broken(WS_PROTOCOL_ERROR, "a close frame of the hub is cut off");
			code_ = frame_size_ == 0 ? static_cast<uint16_t>(WS_NO_CODE)
									 : static_cast<uint16_t>(control_[0] << 8 | control_[1]);
			if (frame_size_ > 0 && !is_close_code(code_))
				return broken(WS_PROTOCOL_ERROR, "a close frame of the hub has no code that may be sent");
			if (frame_size_ > 0) payload_ = {control_ + 2, frame_size_ - 2};
			state_ = State::Over;
			return Event::Close;
		default:
			if (!final_) return Event::NeedsMore;
			payload_ = {message_, message_size_};
			return Event::Message;
	}
}

WebSocketReader::Event WebSocketReader::broken(uint16_t code, const char *words) {
	state_ = State::Over;
	code_ = code;
	payload_ = {reinterpret_cast<const uint8_t *>(words), strlen(words)};
	return Event::Broken;
}

} // namespace mooring
