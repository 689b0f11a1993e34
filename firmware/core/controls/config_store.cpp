#include "config_store.h"

#include <pb_encode.h>

#include "../flash/flash_stream.h"

namespace mooring {

namespace {

constexpr uint32_t ID_BYTES = sizeof(KeyId);
constexpr uint32_t PIECE_BYTES = 64;

static_assert(mooring_v2_Configure_size <= ConfigStore::MAX_BYTES, "a full configuration fits its record");

bool write_piece(pb_ostream_t *stream, const pb_byte_t *from, size_t size) {
	return static_cast<RecordWriter *>(stream->state)->add({from, size});
}

} // namespace

void ConfigStore::open(const KeyId &registration) {
	registration_ = registration;
	store_.open();
}

bool ConfigStore::has_any() const {
	KeyId id;
	return store_.size() >= ID_BYTES &&
		   hal_.flash_read(hal_.context, Region::State, store_.offset(), id.data(), ID_BYTES) && id == registration_;
}

bool ConfigStore::decode(uint32_t offset, uint32_t size, wire::Configure *out) const {
	FlashStream flash(hal_, Region::State, offset + ID_BYTES, size - ID_BYTES);
	pb_istream_t stream = flash.stream();
	return pb_decode(&stream, mooring_v2_Configure_fields, out);
}

bool ConfigStore::save(const wire::Configure &configure) {
	size_t size = 0;
	if (!pb_get_encoded_size(&size, mooring_v2_Configure_fields, &configure)) return false;
	for (RecordWriter::Place place : {RecordWriter::Place::Any, RecordWriter::Place::OtherSector})
		if (save(configure, static_cast<uint32_t>(size), place)) return true;
	return false;
}

bool ConfigStore::save(const wire::Configure &configure, uint32_t size, RecordWriter::Place place) {
	if (!next_.begin(ID_BYTES + size, place) || !next_.add({registration_.data(), ID_BYTES})) return false;
	pb_ostream_t stream = {write_piece, &next_, size, 0, nullptr};
	return pb_encode(&stream, mooring_v2_Configure_fields, &configure) && next_.commit();
}

const char *ConfigStore::take(const wire::ConfigurePart &part) {
	if (part.offset == 0) refused_ = 0;
	if (part.revision == refused_ && refused_ != 0) return nullptr;
	const char *refusal = add(part);
	if (refusal == nullptr) return nullptr;
	refused_ = part.revision;
	next_.drop();
	return refusal;
}

const char *ConfigStore::add(const wire::ConfigurePart &part) {
	if (part.size > MAX_BYTES) return TOO_LARGE;
	const bool begins = part.offset == 0;
	if (begins && reason_ != nullptr && memcmp(part.sha256, digest_.data(), digest_.size()) == 0) return reason_;
	if (begins && (!next_.begin(ID_BYTES + part.size) || !next_.add({registration_.data(), ID_BYTES})))
		return NOT_WRITTEN;
	const bool follows = next_.size() == ID_BYTES + part.size && next_.added() == ID_BYTES + part.offset;
	if (!follows || part.data.size == 0 || part.data.size > part.size - part.offset) return INCOMPLETE;
	if (!next_.add({part.data.bytes, part.data.size})) return NOT_WRITTEN;
	if (!has_all_parts()) return nullptr;
	memcpy(digest_.data(), part.sha256, digest_.size());
	reason_ = nullptr;
	if (has_digest(part.sha256)) return nullptr;
	return "The configuration is damaged: its SHA-256 is another one.";
}

/** Of what the flash has, so that a worn cell is found as well. */
bool ConfigStore::has_digest(const uint8_t sha256[32]) const {
	uint8_t piece[PIECE_BYTES];
	Sha256 hash;
	Key found;
	crypto_.sha256_begin(&hash);
	for (uint32_t done = ID_BYTES; done < next_.size(); done += PIECE_BYTES) {
		const uint32_t left = next_.size() - done, size = left < PIECE_BYTES ? left : PIECE_BYTES;
		if (!hal_.flash_read(hal_.context, Region::State, next_.offset() + done, piece, size)) return false;
		crypto_.sha256_add(&hash, {piece, size});
	}
	crypto_.sha256_end(&hash, found.data());
	return memcmp(found.data(), sha256, found.size()) == 0;
}

const char *ConfigStore::read_parts(wire::Configure *out) const {
	return decode(next_.offset(), next_.size(), out) ? nullptr : TOO_LARGE;
}

} // namespace mooring
