#include "flash_stream.h"

namespace mooring {

bool FlashStream::read(pb_istream_t *stream, pb_byte_t *out, size_t size) {
	return static_cast<FlashStream *>(stream->state)->read(out, static_cast<uint32_t>(size));
}

/** Without `out` the bytes are passed over. */
bool FlashStream::read(uint8_t *out, uint32_t size) {
	while (size > 0) {
		if (offset_ == skip_begin_) offset_ = skip_end_ > offset_ ? skip_end_ : offset_;
		if (offset_ < ahead_at_ || offset_ >= ahead_at_ + ahead_size_) {
			const uint32_t left = end_ - offset_;
			ahead_at_ = offset_;
			ahead_size_ = left < AHEAD_BYTES ? left : AHEAD_BYTES;
			if (left == 0 || !hal_.flash_read(hal_.context, region_, offset_, ahead_, ahead_size_)) return false;
		}
		const uint32_t known = ahead_at_ + ahead_size_ - offset_;
		const uint32_t until = skip_begin_ > offset_ && skip_begin_ - offset_ < known ? skip_begin_ - offset_ : known;
		const uint32_t taken = size < until ? size : until;
		if (out != nullptr) {
			memcpy(out, ahead_ + (offset_ - ahead_at_), taken);
			out += taken;
		}
		offset_ += taken;
		size -= taken;
	}
	return true;
}

} // namespace mooring
