#include "update.h"

namespace mooring {

namespace {

constexpr uint32_t PIECE_BYTES = 64;
constexpr char NOT_WRITTEN[] = "The image could not be written to the flash.";

uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

} // namespace

wire::OtaProgress Update::begin(const wire::OtaBegin &begin) {
	uint32_t size, written;
	Key sha256;
	if (begin.size == 0 || begin.size > hal_.flash_size(hal_.context, Region::Image))
		return give_up("The image does not fit this board.");
	const bool goes_on = load(&size, &sha256, &written) && size == begin.size && written <= size &&
						 memcmp(sha256.data(), begin.sha256, sha256.size()) == 0;
	size_ = begin.size;
	memcpy(sha256_.data(), begin.sha256, sha256_.size());
	checking_ = false;
	tail_size_ = 0;
	written_ = goes_on ? written : 0;
	if (!goes_on && !save()) return give_up(NOT_WRITTEN);
	return progress();
}

wire::OtaProgress Update::chunk(const wire::OtaChunk &chunk) {
	if (size_ == 0) return progress("No update has begun.");
	// Out of turn, after a lost link: tells the hub where to go on.
	if (checking_ || chunk.offset != next_offset()) return progress();
	if (chunk.data.size > size_ - next_offset()) return give_up("The image is longer than was announced.");
	return write(chunk.data.bytes, chunk.data.size) ? progress() : give_up(NOT_WRITTEN);
}

bool Update::end(wire::OtaProgress *answer) {
	*answer = progress(size_ == 0 ? "No update has begun." : "");
	if (size_ == 0 || next_offset() != size_) return true;
	static const uint8_t FILL[FLASH_WORD_BYTES] = {0xff, 0xff, 0xff, 0xff};
	if (tail_size_ > 0) {
		const uint32_t rest = FLASH_WORD_BYTES - tail_size_;
		if (!write(FILL, rest)) {
			*answer = give_up(NOT_WRITTEN);
			return true;
		}
	}
	checking_ = true;
	checked_ = 0;
	crypto_.sha256_begin(&hash_);
	return false;
}

bool Update::step(wire::OtaProgress *answer) {
	uint8_t piece[PIECE_BYTES];
	if (!checking_) return false;
	const uint32_t until = least(size_, checked_ + CHECKED_AT_A_TIME);
	while (checked_ < until) {
		const uint32_t size = least(until - checked_, PIECE_BYTES);
		if (!hal_.flash_read(hal_.context, Region::Image, checked_, piece, size)) {
			*answer = give_up("The image cannot be read back.");
			return true;
		}
		crypto_.sha256_add(&hash_, {piece, size});
		checked_ += size;
	}
	if (checked_ < size_) return false;
	Key sha256;
	crypto_.sha256_end(&hash_, sha256.data());
	checking_ = false;
	if (sha256 != sha256_)
		*answer = give_up("The image is damaged: its SHA-256 is another one.");
	else if (!hal_.switch_image(hal_.context, size_))
		*answer = give_up("The image is refused by the chip.");
	else {
		written_ = size_;
		tail_size_ = 0;
		*answer = progress();
		answer->done = true;
	}
	return true;
}

wire::OtaProgress Update::progress(const char *error) const {
	wire::OtaProgress progress = mooring_v2_OtaProgress_init_zero;
	// The last word may have been filled up behind the image.
	progress.next_offset = least(next_offset(), size_);
	strncpy(progress.error, error, sizeof progress.error - 1);
	return progress;
}

/** The next update starts from the beginning. */
wire::OtaProgress Update::give_up(const char *error) {
	size_ = written_ = tail_size_ = 0;
	checking_ = false;
	save();
	return progress(error);
}

bool Update::write(const uint8_t *from, uint32_t size) {
	uint8_t piece[PIECE_BYTES];
	while (size > 0) {
		memcpy(piece, tail_, tail_size_);
		// Only whole words are written, and none across the end of a sector.
		const uint32_t room = least(PIECE_BYTES, FLASH_SECTOR_BYTES - written_ % FLASH_SECTOR_BYTES);
		const uint32_t taken = least(size, room - tail_size_);
		memcpy(piece + tail_size_, from, taken);
		const uint32_t together = tail_size_ + taken;
		const uint32_t whole = together / FLASH_WORD_BYTES * FLASH_WORD_BYTES;
		if (whole > 0 && !write_words(piece, whole)) return false;
		tail_size_ = together - whole;
		memcpy(tail_, piece + whole, tail_size_);
		from += taken;
		size -= taken;
	}
	return true;
}

bool Update::write_words(const uint8_t *words, uint32_t size) {
	if (written_ % FLASH_SECTOR_BYTES == 0) {
		// After a restart the update goes on at the beginning of this sector.
		if (written_ > 0 && !save()) return false;
		if (!hal_.flash_erase(hal_.context, Region::Image, written_)) return false;
	}
	if (!hal_.flash_write(hal_.context, Region::Image, written_, words, size)) return false;
	written_ += size;
	return true;
}

bool Update::save() {
	uint8_t record[RECORD_BYTES];
	write_le32(record, size_);
	memcpy(record + 4, sha256_.data(), sha256_.size());
	write_le32(record + 36, written_ / FLASH_SECTOR_BYTES * FLASH_SECTOR_BYTES);
	return store_.save({record, sizeof record});
}

bool Update::load(uint32_t *size, Key *sha256, uint32_t *written) {
	uint8_t record[RECORD_BYTES];
	if (store_.size() != sizeof record || !store_.load(record, sizeof record)) return false;
	*size = read_le32(record);
	memcpy(sha256->data(), record + 4, sha256->size());
	*written = read_le32(record + 36);
	return true;
}

} // namespace mooring
