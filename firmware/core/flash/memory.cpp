#include "memory.h"

namespace mooring {

namespace {

// The record: starts, crashes, time of writing, then each relay that is on.
constexpr uint32_t HEAD_BYTES = 13;
constexpr uint32_t RELAY_BYTES = 10;
constexpr uint32_t MAX_BYTES = HEAD_BYTES + MAX_RELAYS * RELAY_BYTES;

} // namespace

void Memory::open() {
	uint8_t record[MAX_BYTES];
	store_.open();
	const uint32_t size = store_.size();
	if (size < HEAD_BYTES || (size - HEAD_BYTES) % RELAY_BYTES != 0 || !store_.load(record, sizeof record)) return;
	boots = read_le32(record);
	crashes = record[4];
	written_unix_ms = read_le64(record + 5);
	relay_count = 0;
	for (const uint8_t *at = record + HEAD_BYTES; at < record + size; at += RELAY_BYTES)
		relays[relay_count++] = {at[0], static_cast<wire::Cause>(at[1]), read_le32(at + 2), read_le32(at + 6)};
}

bool Memory::save() {
	uint8_t record[MAX_BYTES];
	write_le32(record, boots);
	record[4] = crashes;
	write_le64(record + 5, written_unix_ms);
	uint8_t *to = record + HEAD_BYTES;
	for (size_t i = 0; i < relay_count; i++, to += RELAY_BYTES) {
		to[0] = relays[i].id;
		to[1] = static_cast<uint8_t>(relays[i].ends);
		write_le32(to + 2, relays[i].left_ms);
		write_le32(to + 6, relays[i].on_ms);
	}
	return store_.save({record, static_cast<size_t>(to - record)});
}

const KeptRelay *Memory::find(uint32_t id) const {
	for (size_t i = 0; i < relay_count; i++)
		if (relays[i].id == id) return &relays[i];
	return nullptr;
}

} // namespace mooring
