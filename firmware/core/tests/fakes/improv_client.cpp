#include "improv_client.h"

namespace mooring::test {

namespace {

constexpr char BEGIN[] = "IMPROV\x01";
constexpr size_t TYPE_AT = sizeof BEGIN - 1, LENGTH_AT = TYPE_AT + 1, DATA_AT = LENGTH_AT + 1;
constexpr uint8_t COMMAND = 3;

uint8_t sum(const uint8_t *bytes, size_t size) {
	unsigned sum = 0;
	for (size_t i = 0; i < size; i++) sum += bytes[i];
	return static_cast<uint8_t>(sum & 0xff);
}

} // namespace

Request::Request(uint8_t command, Bytes data) { finish(command, data); }

Request::Request(const char *ssid, const char *password) {
	uint8_t data[200];
	const size_t ssid_size = strlen(ssid), password_size = strlen(password);
	data[0] = static_cast<uint8_t>(ssid_size);
	memcpy(data + 1, ssid, ssid_size);
	data[1 + ssid_size] = static_cast<uint8_t>(password_size);
	memcpy(data + 2 + ssid_size, password, password_size);
	finish(static_cast<uint8_t>(ImprovCommand::SendWifi), {data, 2 + ssid_size + password_size});
}

void Request::finish(uint8_t command, Bytes data) {
	memcpy(bytes, BEGIN, TYPE_AT);
	bytes[TYPE_AT] = COMMAND;
	bytes[LENGTH_AT] = static_cast<uint8_t>(data.size + 2);
	bytes[DATA_AT] = command;
	bytes[DATA_AT + 1] = static_cast<uint8_t>(data.size);
	if (data.size > 0) memcpy(bytes + DATA_AT + 2, data.data, data.size);
	size = DATA_AT + 2 + data.size;
	bytes[size] = sum(bytes, size);
	bytes[++size] = '\n';
	size++;
}

bool Reply::has(size_t index, const char *text) const {
	size_t at = 0;
	for (; index-- > 0 && at < strings.size; at += 1u + strings.data[at]) {
	}
	return at < strings.size && equal_bytes({strings.data + at + 1, strings.data[at]},
											{reinterpret_cast<const uint8_t *>(text), strlen(text)});
}

size_t Reply::count() const {
	size_t count = 0;
	for (size_t at = 0; at < strings.size; at += 1u + strings.data[at]) count++;
	return count;
}

bool next_reply(Bytes said, size_t *at, Reply *out) {
	for (size_t begin = *at; begin + DATA_AT < said.size; begin++) {
		const uint8_t *packet = said.data + begin;
		if (memcmp(packet, BEGIN, TYPE_AT) != 0) continue;
		const size_t length = packet[LENGTH_AT], size = DATA_AT + length + 2;
		const bool whole = begin + size <= said.size && packet[size - 2] == sum(packet, size - 2);
		CHECK(whole);
		CHECK(begin > 0 && packet[-1] == '\n');
		CHECK(whole && packet[size - 1] == '\n');
		if (!whole) return false;
		*at = begin + size;
		*out = {packet[TYPE_AT], packet[DATA_AT], {nullptr, 0}};
		if (out->type == Reply::RESULT) {
			out->strings = {packet + DATA_AT + 2, packet[DATA_AT + 1]};
			CHECK_EQUAL(out->strings.size, length - 2);
		} else
			CHECK_EQUAL(length, 1);
		return true;
	}
	return false;
}

} // namespace mooring::test
