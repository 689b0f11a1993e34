#pragma once

#include "flash_file.h"

namespace mooring::posix {

/**
 * What the posix board runs: itself, and after an update whatever the image describes. Instead of a program, such an
 * image holds a description of how to behave:
 *
 *     0   "MOORPLAY"
 *     8   its version, 16 bytes, padded with zeros: the firmware version in the Hello
 *     24  how it behaves, 4 bytes little-endian: DEAF, CRASHES, or 0 for a good one
 *     28  how long it may take to reach the hub, in ms, 4 bytes little-endian; 0 for 90 s as on a chip
 *     32  the rest is ignored
 *
 * Any other image is accepted and stored, but never runs. An image starts on trial, as on an ESP32: the boot loader
 * goes back to the older one at the next start, unless the board has kept it.
 */
class Images {
public:
	/** It cannot reach any hub. */
	static constexpr uint32_t DEAF = 1;
	/** It crashes as soon as its relays are set. */
	static constexpr uint32_t CRASHES = 2;
	static constexpr uint32_t HEADER_BYTES = 32, VERSION_BYTES = 16;

	explicit Images(FlashFile &flash) : flash_(flash) {}

	/** Plays the boot loader. Call it at every start. */
	void start();
	/** nullptr if the program runs as itself. */
	const char *version() const { return record_.running.version[0] != '\0' ? record_.running.version : nullptr; }
	bool is_deaf() const { return (record_.running.flags & DEAF) != 0; }
	bool crashes() const { return (record_.running.flags & CRASHES) != 0; }
	uint32_t trial_ms() const;
	/** Makes the image in Region::Image run from the next start on. */
	bool switch_over();
	void keep();
	/** Makes the older image run from the next start on. */
	void go_back();

private:
	enum class State : uint8_t { Kept, New, OnTrial };

	struct Image {
		char version[VERSION_BYTES];
		uint32_t flags, trial_ms;
	};
	/** The boot loader's record, as it lies in the flash. */
	struct Record {
		State state;
		Image running, older;
	};

	void save();

	FlashFile &flash_;
	Record record_{};
};

} // namespace mooring::posix
