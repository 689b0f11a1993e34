#pragma once

#include "../hal.h"

namespace mooring {

/** Sectors of Region::State that belong to one store: at least two, more if it is written often. */
struct Sectors {
	uint32_t first, count;
};

/**
 * One record in two or more sectors of flash. Whenever the power is lost, the old record or the new one is there, never
 * half of one.
 *
 * Records are written one behind the other. The next sector is erased only when the one with the newest record is full.
 * A record is a header of 16 bytes, all little-endian (magic, sequence number, length, CRC-32 of sequence, length and
 * payload), and the payload, filled up to whole words. The newest complete record counts. All 0xFF is a fresh flash.
 */
class RecordStore {
public:
	RecordStore(const Hal &hal, Sectors sectors)
		: hal_(hal), begin_(sectors.first * FLASH_SECTOR_BYTES), end_(begin_ + sectors.count * FLASH_SECTOR_BYTES) {}

	static constexpr uint32_t HEADER_BYTES = 16;
	static constexpr uint32_t MAX_RECORD_BYTES = FLASH_SECTOR_BYTES - HEADER_BYTES;

	/** Looks for the newest record. Call it before anything else. */
	void open();
	/** The record's length; 0 if there is none. */
	uint32_t size() const { return size_; }
	/** False if the record is longer than `room`, or the flash cannot be read. */
	bool load(uint8_t *out, uint32_t room) const;
	/** Writes a record and reads it back. False if that failed; then the older record still counts. */
	bool save(Bytes record);

private:
	struct Header {
		uint32_t magic, sequence, length, crc;
	};

	void scan(uint32_t sector);
	bool read_header(uint32_t offset, Header *header) const;
	bool is_whole(uint32_t offset, const Header &header) const;
	bool is_blank(uint32_t offset, uint32_t size) const;
	bool append(uint32_t offset, Bytes record);
	uint32_t sector_of(uint32_t offset) const { return offset / FLASH_SECTOR_BYTES * FLASH_SECTOR_BYTES; }

	const Hal &hal_;
	const uint32_t begin_, end_;
	/** of the newest record's header; size_ says whether there is one */
	uint32_t offset_ = 0;
	uint32_t sequence_ = 0;
	uint32_t size_ = 0;
};

} // namespace mooring
