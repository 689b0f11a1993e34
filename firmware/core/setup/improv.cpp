#include "improv.h"

#include "../wifi/wifi_credentials.h"

namespace mooring {

namespace {

constexpr uint8_t VERSION = 1;
constexpr uint8_t STATE = 1, ERROR = 2, COMMAND = 3, RESULT = 4;
constexpr uint8_t HEADER[] = {'I', 'M', 'P', 'R', 'O', 'V', VERSION};
constexpr char LINE_END = '\n';
/** A packet that is sent starts with a line end, so that it has a line of its own. */
constexpr size_t TYPE_AT = 1 + sizeof HEADER, LENGTH_AT = TYPE_AT + 1, DATA_AT = LENGTH_AT + 1;
/** behind the data: sum, end of the line */
constexpr size_t TAIL_BYTES = 2;

uint8_t sum_of(const uint8_t *bytes, size_t size) {
	uint8_t sum = 0;
	while (size-- > 0) sum = static_cast<uint8_t>(sum + *bytes++);
	return sum;
}

/** Reads one string with its length before it, and moves `from` behind it. */
bool take_text(Bytes *from, char *out, size_t room) {
	if (from->size == 0) return false;
	const size_t size = from->data[0];
	if (size >= from->size || size >= room || memchr(from->data + 1, 0, size) != nullptr) return false;
	memcpy(out, from->data + 1, size);
	out[size] = '\0';
	*from = {from->data + 1 + size, from->size - 1 - size};
	return true;
}

} // namespace

ImprovReader::Event ImprovReader::read(Bytes *in) {
	drop(done_);
	for (;;) {
		switch (look()) {
			case Look::Whole:
				done_ = DATA_AT + buffer_[LENGTH_AT] + 1u;
				return Event::Command;
			case Look::Damaged:
				drop(1);
				return Event::Damaged;
			case Look::Noise:
				drop(1);
				break;
			case Look::TooShort:
				if (in->size == 0) return Event::NeedsMore;
				buffer_[size_++] = *in->data++;
				in->size--;
		}
	}
}

ImprovReader::Look ImprovReader::look() const {
	const size_t begun = size_ < sizeof HEADER ? size_ : sizeof HEADER;
	if (memcmp(buffer_, HEADER, begun) != 0) return Look::Noise;
	// Other types are sent by boards: this is an echo.
	if (size_ > sizeof HEADER && buffer_[sizeof HEADER] != COMMAND) return Look::Noise;
	if (size_ <= LENGTH_AT) return Look::TooShort;
	const size_t length = buffer_[LENGTH_AT];
	if (length < 2 || length > MAX_DATA_BYTES) return Look::Damaged;
	const size_t sum_at = DATA_AT + length;
	if (size_ <= sum_at) return Look::TooShort;
	const bool whole = buffer_[sum_at] == sum_of(buffer_, sum_at) && buffer_[DATA_AT + 1] == length - 2;
	return whole ? Look::Whole : Look::Damaged;
}

void ImprovReader::give_up() { drop(done_ > 0 ? done_ : size_ > 0 ? 1 : 0); }

void ImprovReader::drop(size_t count) {
	size_ -= count;
	memmove(buffer_, buffer_ + count, size_);
	wipe(buffer_ + size_, count);
	done_ = 0;
}

bool improv_wifi(Bytes data, wire::WifiConfig *out) {
	return take_text(&data, out->ssid, sizeof out->ssid) && take_text(&data, out->password, sizeof out->password) &&
		   data.size == 0 && is_possible(*out);
}

ImprovPacket::ImprovPacket(uint8_t type, uint8_t data) : size_(DATA_AT) {
	buffer_[0] = LINE_END;
	memcpy(buffer_ + 1, HEADER, sizeof HEADER);
	buffer_[TYPE_AT] = type;
	buffer_[size_++] = data;
}

ImprovPacket::ImprovPacket(ImprovState state) : ImprovPacket(STATE, static_cast<uint8_t>(state)) {}

ImprovPacket::ImprovPacket(ImprovError error) : ImprovPacket(ERROR, static_cast<uint8_t>(error)) {}

ImprovPacket::ImprovPacket(ImprovCommand command) : ImprovPacket(RESULT, static_cast<uint8_t>(command)) {
	buffer_[size_++] = 0;
}

void ImprovPacket::add(const char *text) {
	const size_t length = strlen(text);
	if (length + 1 > sizeof buffer_ - TAIL_BYTES - size_) return;
	buffer_[size_++] = static_cast<uint8_t>(length);
	memcpy(buffer_ + size_, text, length);
	size_ += length;
	buffer_[DATA_AT + 1] = static_cast<uint8_t>(size_ - DATA_AT - 2);
}

Bytes ImprovPacket::bytes() {
	buffer_[LENGTH_AT] = static_cast<uint8_t>(size_ - DATA_AT);
	buffer_[size_] = sum_of(buffer_ + 1, size_ - 1);
	buffer_[size_ + 1] = LINE_END;
	return {buffer_, size_ + TAIL_BYTES};
}

} // namespace mooring
