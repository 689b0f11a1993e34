#include "record_store.h"

#include "crc32.h"

namespace mooring {

namespace {

constexpr uint32_t MAGIC = 0x4d52454b;
/** Read and compared in pieces of this size, on the stack. */
constexpr uint32_t PIECE_BYTES = 64;

constexpr uint32_t in_words(uint32_t size) {
	return (size + FLASH_WORD_BYTES - 1) / FLASH_WORD_BYTES * FLASH_WORD_BYTES;
}

uint32_t at_most(uint32_t size, uint32_t limit) { return size < limit ? size : limit; }

/** Sequence numbers may wrap; two records are never half of the range apart. */
bool is_newer(uint32_t a, uint32_t b) { return static_cast<int32_t>(a - b) > 0; }

uint32_t crc_of_head(uint32_t sequence, uint32_t length) {
	uint8_t head[8];
	write_le32(head, sequence);
	write_le32(head + 4, length);
	return crc32(0, {head, sizeof head});
}

} // namespace

void RecordStore::open() {
	size_ = sequence_ = 0;
	for (uint32_t sector = begin_; sector < end_; sector += FLASH_SECTOR_BYTES) scan(sector);
}

void RecordStore::scan(uint32_t sector) {
	Header header;
	uint32_t offset = sector;
	for (; sector_of(offset) == sector && read_header(offset, &header);
		 offset += HEADER_BYTES + in_words(header.length)) {
		if (!is_whole(offset, header)) return; // nothing is ever written behind an incomplete record
		if (size_ > 0 && !is_newer(header.sequence, sequence_)) continue;
		offset_ = offset;
		sequence_ = header.sequence;
		size_ = header.length;
	}
}

bool RecordStore::read_header(uint32_t offset, Header *header) const {
	uint8_t bytes[HEADER_BYTES];
	const uint32_t left = FLASH_SECTOR_BYTES - offset % FLASH_SECTOR_BYTES;
	if (left < HEADER_BYTES) return false;
	if (!hal_.flash_read(hal_.context, Region::State, offset, bytes, HEADER_BYTES)) return false;
	*header = {read_le32(bytes), read_le32(bytes + 4), read_le32(bytes + 8), read_le32(bytes + 12)};
	return header->magic == MAGIC && header->length > 0 && header->length <= left - HEADER_BYTES;
}

bool RecordStore::is_whole(uint32_t offset, const Header &header) const {
	uint8_t piece[PIECE_BYTES];
	uint32_t crc = crc_of_head(header.sequence, header.length);
	for (uint32_t done = 0; done < header.length; done += PIECE_BYTES) {
		const uint32_t size = at_most(header.length - done, PIECE_BYTES);
		if (!hal_.flash_read(hal_.context, Region::State, offset + HEADER_BYTES + done, piece, size)) return false;
		crc = crc32(crc, {piece, size});
	}
	return crc == header.crc;
}

bool RecordStore::is_blank(uint32_t offset, uint32_t size) const {
	uint8_t piece[PIECE_BYTES];
	for (uint32_t done = 0; done < size; done += PIECE_BYTES) {
		const uint32_t length = at_most(size - done, PIECE_BYTES);
		if (!hal_.flash_read(hal_.context, Region::State, offset + done, piece, length)) return false;
		for (uint32_t i = 0; i < length; i++)
			if (piece[i] != 0xff) return false;
	}
	return true;
}

bool RecordStore::load(uint8_t *out, uint32_t room) const {
	return size_ <= room && hal_.flash_read(hal_.context, Region::State, offset_ + HEADER_BYTES, out, size_);
}

bool RecordStore::save(Bytes record) {
	if (record.size == 0) return false;
	RecordWriter writer(*this);
	for (RecordWriter::Place place : {RecordWriter::Place::Any, RecordWriter::Place::OtherSector})
		if (writer.begin(static_cast<uint32_t>(record.size), place) && writer.add(record) && writer.commit())
			return true;
	return false;
}

bool RecordWriter::begin(uint32_t size, Place place) {
	drop();
	if (size == 0 || size > RecordStore::MAX_RECORD_BYTES) return false;
	const uint32_t needed = RecordStore::HEADER_BYTES + in_words(size);
	const uint32_t sector = store_.size_ > 0 ? store_.sector_of(store_.offset_) : store_.end_;
	const uint32_t behind = store_.offset_ + RecordStore::HEADER_BYTES + in_words(store_.size_);
	const bool fits = place == Place::Any && store_.size_ > 0 && behind + needed <= sector + FLASH_SECTOR_BYTES;
	// After a power loss or a failed write the place may not be blank, and flash cannot be overwritten.
	if (fits && store_.is_blank(behind, needed))
		offset_ = behind;
	else {
		offset_ = sector + FLASH_SECTOR_BYTES < store_.end_ ? sector + FLASH_SECTOR_BYTES : store_.begin_;
		if (!store_.is_blank(offset_, FLASH_SECTOR_BYTES) &&
			!store_.hal_.flash_erase(store_.hal_.context, Region::State, offset_))
			return false;
	}
	crc_ = crc_of_head(store_.sequence_ + 1, size);
	size_ = size;
	return true;
}

bool RecordWriter::add(Bytes more) {
	if (more.size > size_ - added_) return false;
	crc_ = crc32(crc_, more);
	const uint8_t *from = more.data;
	for (uint32_t left = static_cast<uint32_t>(more.size); left > 0;) {
		uint8_t piece[PIECE_BYTES];
		const uint32_t waiting = added_ % FLASH_WORD_BYTES;
		const uint32_t taken = at_most(left, PIECE_BYTES - waiting);
		const uint32_t together = waiting + taken;
		// The last word is filled up; what does not fill a word before that waits.
		const uint32_t written =
			added_ + taken == size_ ? in_words(together) : together / FLASH_WORD_BYTES * FLASH_WORD_BYTES;
		memset(piece, 0xff, sizeof piece);
		memcpy(piece, tail_, waiting);
		memcpy(piece + waiting, from, taken);
		const uint32_t at = offset() + added_ - waiting;
		if (written > 0 && !store_.hal_.flash_write(store_.hal_.context, Region::State, at, piece, written)) {
			drop();
			return false;
		}
		if (written < together) memcpy(tail_, piece + written, together - written);
		added_ += taken;
		from += taken;
		left -= taken;
	}
	return true;
}

bool RecordWriter::commit() {
	if (size_ == 0 || added_ != size_) return false;
	const RecordStore::Header header = {MAGIC, store_.sequence_ + 1, size_, crc_};
	uint8_t bytes[RecordStore::HEADER_BYTES];
	write_le32(bytes, header.magic);
	write_le32(bytes + 4, header.sequence);
	write_le32(bytes + 8, header.length);
	write_le32(bytes + 12, header.crc);
	drop();
	// Read back first: a header would make a record of what the flash holds instead.
	if (!store_.is_whole(offset_, header)) return false;
	if (!store_.hal_.flash_write(store_.hal_.context, Region::State, offset_, bytes, sizeof bytes)) return false;
	RecordStore::Header written;
	if (!store_.read_header(offset_, &written) || written.sequence != header.sequence || written.crc != header.crc)
		return false;
	store_.offset_ = offset_;
	store_.sequence_ = header.sequence;
	store_.size_ = header.length;
	return true;
}

} // namespace mooring
