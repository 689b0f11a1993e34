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
	if (record.size == 0 || record.size > MAX_RECORD_BYTES) return false;
	const uint32_t needed = HEADER_BYTES + in_words(static_cast<uint32_t>(record.size));
	if (size_ > 0) {
		const uint32_t next = offset_ + HEADER_BYTES + in_words(size_);
		const uint32_t end = sector_of(offset_) + FLASH_SECTOR_BYTES;
		// After a power loss or a failed write the place may not be blank, and flash cannot be overwritten.
		if (next + needed <= end && is_blank(next, needed) && append(next, record)) return true;
	}
	uint32_t sector = size_ > 0 ? sector_of(offset_) + FLASH_SECTOR_BYTES : begin_;
	if (sector == end_) sector = begin_;
	if (!is_blank(sector, FLASH_SECTOR_BYTES) && !hal_.flash_erase(hal_.context, Region::State, sector)) return false;
	return append(sector, record);
}

bool RecordStore::append(uint32_t offset, Bytes record) {
	uint8_t piece[PIECE_BYTES];
	const uint32_t length = static_cast<uint32_t>(record.size);
	const Header header = {MAGIC, sequence_ + 1, length, crc32(crc_of_head(sequence_ + 1, length), record)};
	write_le32(piece, header.magic);
	write_le32(piece + 4, header.sequence);
	write_le32(piece + 8, header.length);
	write_le32(piece + 12, header.crc);
	if (!hal_.flash_write(hal_.context, Region::State, offset, piece, HEADER_BYTES)) return false;
	for (uint32_t done = 0; done < length; done += PIECE_BYTES) {
		const uint32_t size = at_most(length - done, PIECE_BYTES);
		memset(piece, 0xff, sizeof piece);
		memcpy(piece, record.data + done, size);
		const uint32_t at = offset + HEADER_BYTES + done;
		if (!hal_.flash_write(hal_.context, Region::State, at, piece, in_words(size))) return false;
	}
	Header written;
	if (!read_header(offset, &written) || written.sequence != header.sequence || !is_whole(offset, header))
		return false;
	offset_ = offset;
	sequence_ = header.sequence;
	size_ = length;
	return true;
}

} // namespace mooring
