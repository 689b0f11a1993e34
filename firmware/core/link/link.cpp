#include "link.h"

namespace mooring {

namespace {

constexpr uint32_t PROTOCOL_VERSION = 2;
/**
 * How often a board pings its hub, and how long the answer may take. A hub that lost its power sends no goodbye, and
 * TCP alone takes a quarter of an hour to notice.
 */
constexpr uint64_t PING_EVERY_MS = 15'000;
/** A hub that does not answer a close frame in this time is gone. */
constexpr uint64_t CLOSE_WAIT_MS = 2'000;

Bytes as_bytes(const char *words) { return {reinterpret_cast<const uint8_t *>(words), strlen(words)}; }

} // namespace

void Link::open(uint64_t now, const char *host, uint16_t port, uint64_t reach_ms) {
	abandon();
	host_ = host;
	port_ = port;
	deadline_ = now + reach_ms;
	handshake_deadline_ = now + HANDSHAKE_TIMEOUT_MS;
	broken_ = !hal_.tcp_connect(hal_.context, host, port);
	state_ = State::Connecting;
}

void Link::begin_upgrade() {
	std::array<uint8_t, 16> nonce;
	hal_.random(hal_.context, nonce.data(), nonce.size());
	static_assert(OUT_BYTES >= WS_REQUEST_BYTES);
	out_size_ = reader_.begin(reinterpret_cast<char *>(out_), host_, port_, nonce);
	state_ = State::Upgrading;
	deadline_ = handshake_deadline_;
	flush();
}

void Link::greet(const Candidate &candidate, const wire::Hello &hello) {
	uint8_t preface[mooring_v2_Preface_size];
	wire::Preface fields = mooring_v2_Preface_init_zero;
	fields.protocol = PROTOCOL_VERSION;
	fields.credential = candidate.credential;
	memcpy(fields.key_id, candidate.id.data(), candidate.id.size());
	const Bytes prologue = {preface, wire::encode(mooring_v2_Preface_fields, &fields, preface, sizeof preface)};
	Key secret;
	hal_.random(hal_.context, secret.data(), secret.size());
	handshake_.begin(candidate.key, prologue, secret);
	wipe(secret.data(), secret.size());
	queue_frame(Opcode::Binary, prologue);
	uint8_t *message = frame_room();
	if (message == nullptr) return;
	const size_t size = wire::encode(mooring_v2_Hello_fields, &hello, message + DH_BYTES, mooring_v2_Hello_size);
	handshake_.write_message_1(message, size);
	queue_frame(Opcode::Binary, {message, size + HANDSHAKE_OVERHEAD});
}

Link::Event Link::poll(uint64_t now) {
	if (state_ == State::Idle) return Event::None;
	if (state_ == State::Connecting && !broken_) {
		const Tcp tcp = hal_.tcp_state(hal_.context);
		if (tcp == Tcp::Open)
			begin_upgrade();
		else if (tcp == Tcp::Closed)
			return closed(WS_BROKEN, "the hub cannot be reached");
	}
	if (!flush()) broken_ = true;
	// Reads first: the hub's reason for closing says more than that the link broke.
	const Event event = state_ == State::Connecting ? Event::None : receive(now);
	if (event != Event::None) return event;
	if (broken_) return closed(WS_BROKEN, state_ == State::Connecting ? "the hub cannot be reached" : "the link broke");
	if (state_ == State::Up)
		ask_for_life(now);
	else if (now >= deadline_ && state_ == State::Ending)
		return closed(WS_BROKEN, ending_words_);
	else if (now >= deadline_ && state_ == State::Connecting)
		return closed(WS_BROKEN, "the hub cannot be reached");
	else if (now >= deadline_)
		end(now, "the hub did not answer the handshake in time");
	return Event::None;
}

Link::Event Link::receive(uint64_t now) {
	for (;;) {
		const WebSocketReader::Event read = reader_.read(&unread_);
		if (read != WebSocketReader::Event::NeedsMore) {
			const Event event = take(now, read);
			if (event != Event::None) return event;
			continue;
		}
		const int size = hal_.tcp_receive(hal_.context, in_, sizeof in_);
		if (size == 0) return Event::None;
		if (size < 0) return closed(WS_BROKEN, state_ == State::Ending ? ending_words_ : "the link broke");
		unread_ = {in_, static_cast<size_t>(size)};
	}
}

Link::Event Link::take(uint64_t now, WebSocketReader::Event event) {
	switch (event) {
		case WebSocketReader::Event::Opened:
			state_ = State::Greeting;
			return Event::Opened;
		case WebSocketReader::Event::Refused: {
			char words[] = "the hub answered HTTP 000";
			for (uint16_t i = 1, rest = reader_.code(); i <= 3; i++, rest = static_cast<uint16_t>(rest / 10))
				words[sizeof words - 1 - i] = static_cast<char>('0' + rest % 10);
			return closed(reader_.code(), words);
		}
		case WebSocketReader::Event::Message:
			return state_ == State::Ending ? Event::None : take_message(now);
		case WebSocketReader::Event::Ping:
			queue_frame(Opcode::Pong, reader_.payload());
			return Event::None;
		case WebSocketReader::Event::Pong:
			alive_ = true;
			return Event::None;
		case WebSocketReader::Event::Close: {
			const uint16_t code = reader_.code();
			if (state_ == State::Ending) return closed(WS_BROKEN, ending_words_);
			const uint8_t echo[2] = {static_cast<uint8_t>(code >> 8), static_cast<uint8_t>(code & 0xff)};
			queue_frame(Opcode::Close, {echo, code == WS_NO_CODE ? 0 : sizeof echo});
			return reader_.payload().size > 0 ? closed(code, reader_.payload())
											  : closed(code, "the hub closed the link");
		}
		case WebSocketReader::Event::Broken: {
			const uint16_t code = reader_.code();
			const uint8_t said[2] = {static_cast<uint8_t>(code >> 8), static_cast<uint8_t>(code & 0xff)};
			if (state_ == State::Greeting || state_ == State::Up) queue_frame(Opcode::Close, {said, sizeof said});
			return closed(WS_BROKEN, reader_.payload());
		}
		case WebSocketReader::Event::NeedsMore:
			break;
	}
	return Event::None;
}

Link::Event Link::take_message(uint64_t now) {
	if (state_ == State::Greeting) return take_message_2(now);
	const Bytes frame = reader_.payload();
	uint8_t *text = reader_.message();
	if (!transport_.receive.decrypt_with_ad(crypto_, {nullptr, 0}, text, frame.size)) {
		end(now, "a frame of the hub could not be decrypted");
		return Event::None;
	}
	message_ = {text, frame.size - TAG_BYTES};
	return Event::Message;
}

Link::Event Link::take_message_2(uint64_t now) {
	const size_t size = reader_.payload().size;
	uint8_t *message = reader_.message();
	if (!handshake_.read_message_2(message, size, &transport_) ||
		!wire::decode(mooring_v2_Welcome_fields, &welcome_, {message + DH_BYTES, size - HANDSHAKE_OVERHEAD})) {
		end(now, "the hub does not know the key of this board");
		return Event::None;
	}
	state_ = State::Up;
	alive_ = true;
	next_ping_ = now + PING_EVERY_MS;
	return Event::Welcomed;
}

void Link::ask_for_life(uint64_t now) {
	if (now < next_ping_) return;
	if (!alive_) return end(now, "the hub does not answer any more");
	alive_ = false;
	next_ping_ = now + PING_EVERY_MS;
	queue_frame(Opcode::Ping, {nullptr, 0});
}

void Link::send(const wire::FromDevice &message) {
	if (state_ != State::Up) return;
	uint8_t *text = frame_room();
	if (text == nullptr) return;
	const size_t size = wire::encode(mooring_v2_FromDevice_fields, &message, text, mooring_v2_FromDevice_size);
	if (size == 0 || !transport_.send.encrypt_with_ad(crypto_, {nullptr, 0}, text, size))
		broken_ = true;
	else
		queue_frame(Opcode::Binary, {text, size + TAG_BYTES});
}

void Link::end(uint64_t now, const char *words) {
	if (state_ == State::Idle || state_ == State::Ending) return;
	const bool opened = state_ == State::Greeting || state_ == State::Up;
	const uint8_t code[2] = {WS_NORMAL >> 8, WS_NORMAL & 0xff};
	if (opened) queue_frame(Opcode::Close, {code, sizeof code});
	state_ = State::Ending;
	ending_words_ = words;
	deadline_ = opened ? now + CLOSE_WAIT_MS : now;
	handshake_.forget();
}

void Link::abandon() {
	if (state_ != State::Idle) hal_.tcp_close(hal_.context);
	state_ = State::Idle;
	broken_ = false;
	unread_ = {nullptr, 0};
	out_size_ = 0;
	handshake_.forget();
	transport_.send.wipe_key();
	transport_.receive.wipe_key();
}

uint64_t Link::next_due() const {
	if (state_ == State::Idle) return UINT64_MAX;
	return state_ == State::Up ? next_ping_ : deadline_;
}

/** Where to build the payload of a frame. If the hub does not read: nullptr, and the link is broken. */
uint8_t *Link::frame_room() {
	if (OUT_BYTES - out_size_ < OUT_FRAME_BYTES) broken_ = true;
	return broken_ ? nullptr : out_ + out_size_ + WS_HEADER_BYTES;
}

void Link::queue_frame(Opcode opcode, Bytes payload) {
	uint8_t mask[4];
	if (frame_room() == nullptr) return;
	hal_.random(hal_.context, mask, sizeof mask);
	out_size_ += ws_write_frame(out_ + out_size_, opcode, payload, mask);
	flush();
}

/** False if the connection is gone. */
bool Link::flush() {
	while (out_size_ > 0) {
		const int taken = hal_.tcp_send(hal_.context, out_, out_size_);
		if (taken < 0) return false;
		if (taken == 0) break;
		out_size_ -= static_cast<size_t>(taken);
		memmove(out_, out_ + taken, out_size_);
	}
	return true;
}

Link::Event Link::closed(uint16_t code, Bytes words) {
	const size_t size = words.size < WORDS_BYTES ? words.size : WORDS_BYTES - 1;
	memcpy(words_, words.data, size);
	words_[size] = '\0';
	code_ = code;
	abandon();
	return Event::Closed;
}

Link::Event Link::closed(uint16_t code, const char *words) { return closed(code, as_bytes(words)); }

} // namespace mooring
