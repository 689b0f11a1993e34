#pragma once

#include <pb_decode.h>

#include "../hal.h"

namespace mooring {

/** A stretch of flash as nanopb reads it: some bytes at a time, so that a message needs no memory of its own. */
class FlashStream {
public:
	FlashStream(const Hal &hal, Region region, uint32_t offset, uint32_t size)
		: hal_(hal), region_(region), offset_(offset), end_(offset + size) {}

	/** A part that is not read, from one offset to another. */
	void skip(uint32_t begin, uint32_t end) { skip_begin_ = begin, skip_end_ = end; }
	/** The stream lives as long as this. */
	pb_istream_t stream() { return {read, this, end_ - offset_ - (skip_end_ - skip_begin_), nullptr}; }
	/** Of the next byte. */
	uint32_t offset() const { return offset_; }

private:
	/** One read of an ESP8266's flash takes as long as some dozen bytes of it. */
	static constexpr uint32_t AHEAD_BYTES = 32;

	static bool read(pb_istream_t *stream, pb_byte_t *out, size_t size);
	bool read(uint8_t *out, uint32_t size);

	const Hal &hal_;
	const Region region_;
	uint32_t offset_;
	const uint32_t end_;
	uint32_t skip_begin_ = 0, skip_end_ = 0;
	/** what was read ahead, and from where; empty at first */
	uint32_t ahead_at_ = 0, ahead_size_ = 0;
	uint8_t ahead_[AHEAD_BYTES];
};

} // namespace mooring
