#include "fake_hub.h"

namespace mooring::test {

namespace {

constexpr uint16_t RECONNECT = 4000, MALFORMED = 4400, UNKNOWN = 4404;
constexpr uint64_t HUB_TIME_MS = 1'767'592'800'000;
constexpr uint32_t BEAT_MS = 2'000;

} // namespace

void FakeHub::expect_board(const KeyId &id, const Key &key) { registration_ = {id, key, true}; }

bool FakeHub::connect() {
	connected_ = reachable;
	if (!connected_) return true; // refused, as a closed port is
	connects++;
	step_ = Step::Upgrade;
	in_size_ = out_size_ = 0;
	return true;
}

bool FakeHub::passes() {
	if (!connected_) return false;
	if (left_ == NEVER_CUT || left_-- > 0) return true;
	left_ = NEVER_CUT;
	was_cut_ = true;
	connected_ = false;
	return false;
}

int FakeHub::take(const uint8_t *from, size_t size) {
	if (!connected_) return -1;
	const size_t free = in_size_ < window ? window - in_size_ : 0;
	if (size > free) size = free;
	for (size_t i = 0; i < size; i++) {
		// Bytes that were sent before the cut still arrive, and the hub acts on them.
		if (!passes()) break;
		in_[in_size_++] = from[i];
	}
	return connected_ ? static_cast<int>(size) : -1;
}

int FakeHub::give(uint8_t *out, size_t room) {
	size_t size = 0;
	while (size < room && size < out_size_ && passes()) {
		out[size] = out_[size];
		size++;
	}
	memmove(out_, out_ + size, out_size_ - size);
	out_size_ -= size;
	if (size > 0) return static_cast<int>(size);
	return connected_ && step_ != Step::Closed ? 0 : -1;
}

void FakeHub::close() { connected_ = false; }

void FakeHub::put(Bytes bytes) {
	if (out_size_ + bytes.size > BUFFER_BYTES) return;
	memcpy(out_ + out_size_, bytes.data, bytes.size);
	out_size_ += bytes.size;
}

void FakeHub::put_frame(Opcode opcode, const uint8_t *payload, size_t size) {
	const uint8_t header[4] = {static_cast<uint8_t>(0x80 | static_cast<uint8_t>(opcode)),
							   static_cast<uint8_t>(size < 126 ? size : 126), static_cast<uint8_t>(size >> 8),
							   static_cast<uint8_t>(size & 0xff)};
	put({header, size < 126 ? size_t{2} : size_t{4}});
	put({payload, size});
}

void FakeHub::close_with(uint16_t code, const char *reason) {
	uint8_t payload[64] = {static_cast<uint8_t>(code >> 8), static_cast<uint8_t>(code & 0xff)};
	memcpy(payload + 2, reason, strlen(reason));
	put_frame(Opcode::Close, payload, 2 + strlen(reason));
	step_ = Step::Closed;
	if (code >= MALFORMED) refusals++;
}

void FakeHub::work() {
	if (silent) return;
	while (step_ != Step::Closed && (step_ == Step::Upgrade ? take_request() : take_frame())) {
	}
}

bool FakeHub::take_request() {
	in_[in_size_ < BUFFER_BYTES ? in_size_ : BUFFER_BYTES - 1] = '\0';
	const char *request = reinterpret_cast<const char *>(in_);
	const char *end = strstr(request, "\r\n\r\n"), *key = strstr(request, "Sec-WebSocket-Key: ");
	if (end == nullptr || key == nullptr) return false;
	char accept[WS_ACCEPT_CHARS], answer[256];
	ws_accept(key + strlen("Sec-WebSocket-Key: "), accept);
	const int size = snprintf(answer, sizeof answer,
							  "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
							  "Sec-WebSocket-Accept: %.*s\r\nSec-WebSocket-Protocol: mooring.v2\r\n\r\n",
							  static_cast<int>(sizeof accept), accept);
	put({reinterpret_cast<const uint8_t *>(answer), static_cast<size_t>(size)});
	const size_t used = static_cast<size_t>(end - request) + 4;
	memmove(in_, in_ + used, in_size_ - used);
	in_size_ -= used;
	step_ = Step::Preface;
	return true;
}

bool FakeHub::take_frame() {
	if (in_size_ < 6) return false;
	const bool is_long = (in_[1] & 0x7f) == 126;
	const size_t header = is_long ? 8 : 6;
	const size_t size = is_long ? static_cast<size_t>(in_[2] << 8 | in_[3]) : in_[1] & 0x7f;
	if (in_size_ < header + size) return false;
	static uint8_t payload[MAX_FRAME_BYTES];
	CHECK((in_[1] & 0x80) != 0 && size <= sizeof payload);
	for (size_t i = 0; i < size; i++) payload[i] = static_cast<uint8_t>(in_[header + i] ^ in_[header - 4 + i % 4]);
	const Opcode opcode = static_cast<Opcode>(in_[0] & 0x0f);
	memmove(in_, in_ + header + size, in_size_ - header - size);
	in_size_ -= header + size;
	if (opcode == Opcode::Binary) take_binary(payload, size);
	if (opcode == Opcode::Ping) put_frame(Opcode::Pong, payload, size);
	if (opcode == Opcode::Close) {
		put_frame(Opcode::Close, payload, size);
		step_ = Step::Closed;
	}
	return true;
}

void FakeHub::take_binary(uint8_t *payload, size_t size) {
	switch (step_) {
		case Step::Preface:
			return take_preface({payload, size});
		case Step::Message1:
			return take_message_1(payload, size);
		case Step::Proof:
		case Step::Session:
			return take_transport(payload, size);
		default:
			return;
	}
}

void FakeHub::take_preface(Bytes bytes) {
	wire::Preface preface;
	CHECK(wire::decode(mooring_v2_Preface_fields, &preface, bytes));
	used_ = nullptr;
	for (const Known *known : {&registration_, &device_, &next_})
		if (known->is_known && memcmp(known->id.data(), preface.key_id, known->id.size()) == 0) used_ = known;
	if (used_ == nullptr || forgets_) return close_with(UNKNOWN, "unknown");
	responder_.begin(used_->key, bytes);
	step_ = Step::Message1;
}

void FakeHub::take_message_1(uint8_t *message, size_t size) {
	if (!responder_.read_message_1(message, size)) return close_with(MALFORMED, "bad message 1");
	CHECK(wire::decode(mooring_v2_Hello_fields, &hello, {message + DH_BYTES, size - HANDSHAKE_OVERHEAD}));
	static uint8_t answer[DH_BYTES + 256 + TAG_BYTES];
	wire::Welcome welcome = mooring_v2_Welcome_init_zero;
	welcome.hub_time_ms = HUB_TIME_MS;
	welcome.beat_ms = BEAT_MS;
	strcpy(welcome.time_zone, "CET-1CEST,M3.5.0,M10.5.0/3");
	const size_t payload = wire::encode(mooring_v2_Welcome_fields, &welcome, answer + DH_BYTES, 256);
	Key secret;
	random_.fill(secret.data(), secret.size());
	responder_.write_message_2(answer, payload, secret, &transport_);
	put_frame(Opcode::Binary, answer, payload + HANDSHAKE_OVERHEAD);
	step_ = Step::Proof;
}

void FakeHub::take_transport(uint8_t *frame, size_t size) {
	if (!transport_.receive.decrypt_with_ad(crypto_, {nullptr, 0}, frame, size))
		return close_with(MALFORMED, "bad frame");
	wire::FromDevice message;
	CHECK(wire::decode(mooring_v2_FromDevice_fields, &message, {frame, size - TAG_BYTES}));
	if (heard_count < MOST_HEARD) heard[heard_count++] = message;
	if (step_ == Step::Proof) take_first_beat();
	if (message.which_message == mooring_v2_FromDevice_provisioned_tag) provisioned(message);
}

void FakeHub::take_first_beat() {
	step_ = Step::Session;
	sessions++;
	if (used_ == &registration_) {
		// Until a device key was proven, the same board may register again.
		if (claimed_ && proven_) return close_with(UNKNOWN, "claimed already");
		return provision();
	}
	if (used_ == &next_) {
		device_ = next_;
		next_.is_known = has_next_ = false;
		used_ = &device_;
	}
	proven_ = true;
	// A key that the board did not come back with is sent again.
	if (wants_rotation_ || has_next_) {
		wants_rotation_ = false;
		return provision();
	}
	wire::FromHub pace = mooring_v2_FromHub_init_zero;
	pace.which_message = mooring_v2_FromHub_pace_tag;
	pace.message.pace.beat_ms = BEAT_MS;
	send(pace);
}

void FakeHub::provision() {
	const bool again = has_next_ && used_ == &device_;
	if (!again) random_.fill(next_.id.data(), next_.id.size());
	if (!again) random_.fill(next_.key.data(), next_.key.size());
	// A rotated key is valid as soon as it is sent; the key of a claim only when the board has it.
	next_.is_known = used_ == &device_;
	has_next_ = true;
	wire::FromHub message = mooring_v2_FromHub_init_zero;
	message.which_message = mooring_v2_FromHub_provision_tag;
	memcpy(message.message.provision.key_id, next_.id.data(), next_.id.size());
	memcpy(message.message.provision.key, next_.key.data(), next_.key.size());
	send(message);
}

void FakeHub::provisioned(const wire::FromDevice &message) {
	if (!has_next_ || memcmp(message.message.provisioned.key_id, next_.id.data(), next_.id.size()) != 0) return;
	if (used_ == &registration_) {
		device_ = next_;
		device_.is_known = claimed_ = true;
		has_next_ = false;
	}
	close_with(RECONNECT, "take the new key");
}

void FakeHub::send(const wire::FromHub &message) {
	static uint8_t frame[MAX_FRAME_BYTES];
	const size_t size = wire::encode(mooring_v2_FromHub_fields, &message, frame, MAX_MESSAGE_BYTES);
	transport_.send.encrypt_with_ad(crypto_, {nullptr, 0}, frame, size);
	put_frame(Opcode::Binary, frame, size + TAG_BYTES);
}

} // namespace mooring::test
