#include "mdns.h"

#include <cstdio>

namespace mooring {

namespace {

constexpr size_t HEADER_BYTES = 12, COUNTS_AT = 4;
/** type, class, time to live and length of a record; type and class of a question */
constexpr size_t RECORD_BYTES = 10, QUESTION_BYTES = 4;
/** of an SRV record: priority, weight and port */
constexpr size_t TARGET_AT = 6, SRV_PORT_AT = 4;
constexpr uint16_t A = 1, TXT = 16, SRV = 33;
constexpr uint8_t IS_ANSWER = 0x80, POINTER = 0xc0;
/** A name with more jumps than it can have labels goes in circles. */
constexpr int MOST_JUMPS = 64;
constexpr int END = 0, MALFORMED = -1;

constexpr uint8_t QUESTION[] = {0,	 0,	  0,   0,	0,	 1,	  0,   0,	0,	0,	 0,	  0,   8,
								'_', 'm', 'o', 'o', 'r', 'i', 'n', 'g', 4,	'_', 't', 'c', 'p',
								5,	 'l', 'o', 'c', 'a', 'l', 0,   0,	12, 0,	 1};

uint16_t read_be16(Bytes message, size_t at) {
	return static_cast<uint16_t>(message.data[at] << 8 | message.data[at + 1]);
}

uint8_t lower(uint8_t letter) {
	return letter >= 'A' && letter <= 'Z' ? static_cast<uint8_t>(letter - 'A' + 'a') : letter;
}

/** The labels of a name, whose parts may lie anywhere in the message. */
class Labels {
public:
	Labels(Bytes message, size_t at) : message_(message), at_(at) {}

	/** The next label's length, END or MALFORMED. */
	int next(const uint8_t **label) {
		while (at_ < message_.size) {
			const uint8_t length = message_.data[at_];
			if ((length & POINTER) == POINTER) {
				if (at_ + 1 >= message_.size || jumps_++ == MOST_JUMPS) return MALFORMED;
				at_ = read_be16(message_, at_) & 0x3fffu;
				continue;
			}
			if ((length & POINTER) != 0 || at_ + 1 + length > message_.size) return MALFORMED;
			*label = message_.data + at_ + 1;
			at_ += 1u + length;
			return length;
		}
		return MALFORMED;
	}

private:
	Bytes message_;
	size_t at_;
	int jumps_ = 0;
};

bool same_name(Bytes message, size_t a, size_t b) {
	Labels one(message, a), other(message, b);
	for (;;) {
		const uint8_t *x, *y;
		const int length = one.next(&x);
		if (length != other.next(&y) || length == MALFORMED) return false;
		if (length == END) return true;
		for (int i = 0; i < length; i++)
			if (lower(x[i]) != lower(y[i])) return false;
	}
}

/** False if the message ends within the name. */
bool skip_name(Bytes message, size_t *at) {
	while (*at < message.size) {
		const uint8_t length = message.data[*at];
		*at += length >= POINTER ? 2u : 1u + length;
		if (length == END || length >= POINTER) return true;
	}
	return false;
}

struct Record {
	size_t name;
	uint16_t type;
	size_t data;
	uint16_t length;
};

/** All records of a message in their order, from all sections. */
class Records {
public:
	explicit Records(Bytes message) : message_(message), at_(HEADER_BYTES) {
		for (size_t i = 1; i < 4; i++) left_ += read_be16(message, COUNTS_AT + 2 * i);
		for (uint16_t questions = read_be16(message, COUNTS_AT); questions > 0; questions--) {
			if (!skip_name(message_, &at_)) left_ = 0;
			at_ += QUESTION_BYTES;
		}
	}

	/** The next record of this type that is still valid: a goodbye has a time to live of 0. */
	bool next(uint16_t type, Record *out) {
		while (left_ > 0) {
			left_--;
			out->name = at_;
			if (!skip_name(message_, &at_) || at_ + RECORD_BYTES > message_.size) return false;
			const bool lives = read_be16(message_, at_ + 4) != 0 || read_be16(message_, at_ + 6) != 0;
			out->type = read_be16(message_, at_);
			out->length = read_be16(message_, at_ + 8);
			out->data = at_ + RECORD_BYTES;
			at_ = out->data + out->length;
			if (at_ > message_.size) return false;
			if (lives && out->type == type) return true;
		}
		return false;
	}

private:
	Bytes message_;
	size_t at_;
	uint32_t left_ = 0;
};

/** Whether a TXT record has `id=` and this id in hex. */
bool has_id(Bytes message, const Record &txt, const uint8_t id[HUB_ID_BYTES]) {
	static const char DIGITS[] = "0123456789abcdef";
	uint8_t wanted[3 + 2 * HUB_ID_BYTES] = {'i', 'd', '='};
	for (size_t i = 0; i < HUB_ID_BYTES; i++) {
		wanted[3 + 2 * i] = static_cast<uint8_t>(DIGITS[id[i] >> 4]);
		wanted[4 + 2 * i] = static_cast<uint8_t>(DIGITS[id[i] & 0xf]);
	}
	const size_t end = txt.data + txt.length;
	for (size_t at = txt.data; at < end; at += 1u + message.data[at]) {
		if (message.data[at] != sizeof wanted || at + 1 + sizeof wanted > end) continue;
		bool same = true;
		for (size_t i = 0; i < sizeof wanted; i++) same = same && lower(message.data[at + 1 + i]) == wanted[i];
		if (same) return true;
	}
	return false;
}

/** An IPv4 address of the host, one in our own subnet if there is one. nullptr if the message has none. */
const uint8_t *address_of(Bytes message, size_t host, const Subnet &own) {
	const uint8_t *found = nullptr;
	Record a;
	for (Records records(message); records.next(A, &a);) {
		if (a.length != sizeof own.address || !same_name(message, a.name, host)) continue;
		const uint8_t *address = message.data + a.data;
		bool near = true;
		for (size_t i = 0; i < sizeof own.address; i++)
			near = near && ((address[i] ^ own.address[i]) & own.mask[i]) == 0;
		if (near) return address;
		if (found == nullptr) found = address;
	}
	return found;
}

} // namespace

Bytes mdns_question() { return {QUESTION, sizeof QUESTION}; }

bool mdns_answer(Bytes message, const uint8_t id[HUB_ID_BYTES], const Subnet &own, wire::HubAddress *out) {
	if (message.size < HEADER_BYTES || (message.data[2] & IS_ANSWER) == 0) return false;
	Record txt, srv;
	for (Records texts(message); texts.next(TXT, &txt);) {
		if (!has_id(message, txt, id)) continue;
		for (Records services(message); services.next(SRV, &srv);) {
			if (srv.length <= TARGET_AT || !same_name(message, srv.name, txt.name)) continue;
			const uint8_t *address = address_of(message, srv.data + TARGET_AT, own);
			if (address == nullptr) continue;
			snprintf(out->host, sizeof out->host, "%u.%u.%u.%u", address[0], address[1], address[2], address[3]);
			out->port = read_be16(message, srv.data + SRV_PORT_AT);
			return true;
		}
	}
	return false;
}

} // namespace mooring
