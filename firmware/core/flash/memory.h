#pragma once

#include "../wire.h"
#include "layout.h"

namespace mooring {

constexpr size_t MAX_RELAYS = sizeof(wire::Configure::relays) / sizeof(wire::RelayConfig);

/** A relay that is on, as it is written to flash. */
struct KeptRelay {
	uint8_t id;
	/** what ends it: PULSE, COUNTDOWN, or 0 if it has neither */
	wire::Cause ends;
	/** time until that end */
	uint32_t left_ms;
	/** how long it has been on, for its longest on-time */
	uint32_t on_ms;
};

/** What a board remembers over a restart: how often it started, and its relays. Losing it does no harm. */
class Memory {
public:
	explicit Memory(const Hal &hal) : store_(hal, MEMORY_SECTORS) {}

	void open();
	bool save();
	/** nullptr if the relay was off */
	const KeptRelay *find(uint32_t id) const;

	/** counts up at every start; a higher one is a newer start */
	uint32_t boots = 0;
	/** starts after a crash in a row */
	uint8_t crashes = 0;
	/** Unix ms of writing; 0 if the board did not know the time */
	uint64_t written_unix_ms = 0;
	/** only those that are on */
	KeptRelay relays[MAX_RELAYS]{};
	size_t relay_count = 0;

private:
	RecordStore store_;
};

} // namespace mooring
