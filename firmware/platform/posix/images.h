#pragma once

#include "flash_file.h"

namespace mooring::posix {

/**
 * What a board that is a program runs: itself, and after an update what the image says it is. An image for it says how
 * it behaves, instead of being a program:
 *
 *     0   "MOORPLAY"
 *     8   its version, 16 bytes with zeros behind it: that is the firmware's in the Hello
 *     24  how it behaves, 4 bytes little-endian: DEAF, CRASHES, or nothing for a good one
 *     28  how long it may take to reach the hub, ms, 4 bytes little-endian, 0 for 90 s as on a chip
 *     32  whatever comes behind is of no account
 *
 * Any other image is taken, kept, and never runs. It starts on trial, as on an ESP32: the boot loader goes back to the
 * older one at the next start, unless the board has said that it is to stay.
 */
class Images {
public:
	/** It reaches no hub. */
	static constexpr uint32_t DEAF = 1;
	/** It crashes as soon as its relays are set. */
	static constexpr uint32_t CRASHES = 2;
	static constexpr uint32_t HEADER_BYTES = 32, VERSION_BYTES = 16;

	explicit Images(FlashFile &flash) : flash_(flash) {}

	/** What the boot loader does, at every start. */
	void start();
	/** nullptr where the program runs as itself. */
	const char *version() const { return record_.running.version[0] != '\0' ? record_.running.version : nullptr; }
	bool is_deaf() const { return (record_.running.flags & DEAF) != 0; }
	bool crashes() const { return (record_.running.flags & CRASHES) != 0; }
	uint32_t trial_ms() const;
	/** What lies in Region::Image runs from the next start on. */
	bool switch_over();
	void keep();
	/** The older one runs from the next start on. */
	void go_back();

private:
	enum class State : uint8_t { Kept, New, OnTrial };

	struct Image {
		char version[VERSION_BYTES];
		uint32_t flags, trial_ms;
	};
	/** As it lies in the flash, in the boot loader's place. */
	struct Record {
		State state;
		Image running, older;
	};

	void save();

	FlashFile &flash_;
	Record record_{};
};

} // namespace mooring::posix
