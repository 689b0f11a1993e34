#pragma once

#include "../crypto.h"
#include "../flash/layout.h"
#include "../log.h"
#include "../teller.h"

namespace mooring {

/**
 * Takes the next firmware image over the link, piece by piece by offset. What arrived survives a lost link and a
 * restart, and nothing runs that has not been read back from the flash and found to have the SHA-256 that was
 * announced.
 */
class Update {
public:
	Update(const Hal &hal, const Crypto &crypto) : hal_(hal), crypto_(crypto), store_(hal, UPDATE_SECTORS) {}

	void open() { store_.open(); }
	/** Each answers what the hub is told; the same image goes on where it was. */
	wire::OtaProgress begin(const wire::OtaBegin &begin);
	wire::OtaProgress chunk(const wire::OtaChunk &chunk);
	/** Nothing is answered while the image is checked; then step() does. */
	bool end(wire::OtaProgress *answer);
	/** True where the check has come to its end: the hub is told, and where it says done, the board starts anew. */
	bool step(wire::OtaProgress *answer);
	bool is_checking() const { return checking_; }

private:
	/** Read and hashed between two looks at the relays. */
	static constexpr uint32_t CHECKED_AT_A_TIME = 1024;
	static constexpr uint32_t RECORD_BYTES = 4 + 32 + 4;

	wire::OtaProgress progress(const char *error = "") const;
	wire::OtaProgress give_up(const char *error);
	bool write(const uint8_t *from, uint32_t size);
	bool write_words(const uint8_t *words, uint32_t size);
	bool save();
	bool load(uint32_t *size, Key *sha256, uint32_t *written);
	uint32_t next_offset() const { return written_ + tail_size_; }

	const Hal &hal_;
	const Crypto &crypto_;
	RecordStore store_;
	/** 0: no update has begun */
	uint32_t size_ = 0;
	Key sha256_{};
	/** whole words in the flash, and the bytes behind them that make no word yet */
	uint32_t written_ = 0;
	uint8_t tail_[FLASH_WORD_BYTES];
	uint32_t tail_size_ = 0;
	bool checking_ = false;
	uint32_t checked_ = 0;
	Sha256 hash_;
};

} // namespace mooring
