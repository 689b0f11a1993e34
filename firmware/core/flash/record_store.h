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
 * payload), and the payload, filled up to whole words. The newest complete record counts. All 0xFF is a fresh flash. A
 * payload without its header may lie behind the newest record: that one was not finished, or thought better of.
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
	/** Where the record's payload lies in Region::State. */
	uint32_t offset() const { return offset_ + HEADER_BYTES; }
	/** False if the record is longer than `room`, or the flash cannot be read. */
	bool load(uint8_t *out, uint32_t room) const;
	/** Writes a record and reads it back. False if that failed; then the older record still counts. */
	bool save(Bytes record);

private:
	friend class RecordWriter;

	struct Header {
		uint32_t magic, sequence, length, crc;
	};

	void scan(uint32_t sector);
	bool read_header(uint32_t offset, Header *header) const;
	bool is_whole(uint32_t offset, const Header &header) const;
	bool is_blank(uint32_t offset, uint32_t size) const;
	uint32_t sector_of(uint32_t offset) const { return offset / FLASH_SECTOR_BYTES * FLASH_SECTOR_BYTES; }

	const Hal &hal_;
	const uint32_t begin_, end_;
	/** of the newest record's header; size_ says whether there is one */
	uint32_t offset_ = 0;
	uint32_t sequence_ = 0;
	uint32_t size_ = 0;
};

/**
 * Writes one record in pieces. Its header is written last, by commit(): until then the older record counts, whatever
 * happens, and what was written can be read and thought better of.
 */
class RecordWriter {
public:
	explicit RecordWriter(RecordStore &store) : store_(store) {}

	/** Where the record goes: behind the present one if there is room, or to a sector that it does not share. */
	enum class Place : uint8_t { Any, OtherSector };

	/** Begins a record of `size` bytes, instead of one that was begun before. False if the flash does not take it. */
	bool begin(uint32_t size, Place place = Place::Any);
	/** The next bytes. False if they are more than was announced, or the flash does not take them. */
	bool add(Bytes more);
	/** How many bytes were announced, and how many of them are there. */
	uint32_t size() const { return size_; }
	uint32_t added() const { return added_; }
	/** Where the payload lies in Region::State. Its last bytes are there only when all were added. */
	uint32_t offset() const { return offset_ + RecordStore::HEADER_BYTES; }
	/** Makes the record the one that counts. False if it is not complete, or cannot be read back as it was given. */
	bool commit();
	/** Gives up what was begun. */
	void drop() { size_ = added_ = 0; }

private:
	RecordStore &store_;
	/** of the header */
	uint32_t offset_ = 0;
	uint32_t size_ = 0;
	uint32_t added_ = 0;
	uint32_t crc_ = 0;
	/** the last bytes that were added, while they do not fill a word */
	uint8_t tail_[FLASH_WORD_BYTES];
};

} // namespace mooring
