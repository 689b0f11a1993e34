#pragma once

#include "../wire.h"
#include "layout.h"

namespace mooring {

constexpr size_t MAX_RELAYS = sizeof(wire::Configure::relays) / sizeof(wire::RelayConfig);

/** A relay that is on, as it is written to flash. */
struct KeptRelay {
	uint8_t id;
	/** why its pulse or countdown ends, where it has one: PULSE or COUNTDOWN, otherwise 0 */
	wire::Cause ends;
	/** until then */
	uint32_t left_ms;
	/** how long it has been on: its longest on-time counts from there */
	uint32_t on_ms;
};

/** What a board remembers over a restart and may lose without harm: how often it started, and its relays. */
class Memory {
public:
	explicit Memory(const Hal &hal) : store_(hal, MEMORY_SECTORS) {}

	void open();
	bool save();
	/** nullptr where the relay was off */
	const KeptRelay *find(uint32_t id) const;

	/** counts up at every start; a higher one is a newer start */
	uint32_t boots = 0;
	/** starts after a crash in a row */
	uint8_t crashes = 0;
	/** Unix ms when it was written, 0 where the board did not know what time it was */
	uint64_t written_unix_ms = 0;
	/** those that are on */
	KeptRelay relays[MAX_RELAYS]{};
	size_t relay_count = 0;

private:
	RecordStore store_;
};

} // namespace mooring
