#pragma once

#include "../crypto.h"
#include "../flash/layout.h"
#include "../log.h"
#include "../teller.h"

namespace mooring {

/**
 * Takes the next firmware image over the link, in pieces with offsets. What arrived survives a lost link and a restart.
 * An image runs only after it was read back from the flash and had the announced SHA-256.
 */
class Update {
public:
	Update(const Hal &hal, const Crypto &crypto) : hal_(hal), crypto_(crypto), store_(hal, UPDATE_SECTORS) {}

	void open() { store_.open(); }
	/** begin() and chunk() return the answer for the hub. The same image goes on where it was. */
	wire::OtaProgress begin(const wire::OtaBegin &begin);
	wire::OtaProgress chunk(const wire::OtaChunk &chunk);
	/** True if there is an answer at once; otherwise the image is checked, and step() answers. */
	bool end(wire::OtaProgress *answer);
	/** True when the check has ended: send the answer, and if it says done, restart the board. */
	bool step(wire::OtaProgress *answer);
	bool is_checking() const { return checking_; }

private:
	/** How much one step reads and hashes, so that the relays do not wait. */
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
	/** bytes in the flash, in whole words; and the bytes behind them that do not fill a word yet */
	uint32_t written_ = 0;
	uint8_t tail_[FLASH_WORD_BYTES];
	uint32_t tail_size_ = 0;
	bool checking_ = false;
	uint32_t checked_ = 0;
	Sha256 hash_;
};

} // namespace mooring
