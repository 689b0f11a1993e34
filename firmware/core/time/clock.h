#pragma once

#include "../flash/layout.h"
#include "time_zone.h"

namespace mooring {

/** What time it is, here: from the hub, and from the machine where it keeps it. A board that does not know does not
 * guess. */
class Clock {
public:
	static constexpr size_t ZONE_BYTES = sizeof(wire::Welcome::time_zone);

	explicit Clock(const Hal &hal) : hal_(hal), store_(hal, ZONE_SECTORS) {}

	/** The zone is that which the hub told last, or else that of the config file. */
	void open(const char *zone_of_file);
	/** The hub says so. A time that cannot be, or a zone that is none, changes nothing. */
	void told(uint64_t unix_ms, const char *zone);
	/** Kept over a restart, so that schedules go on without the hub. */
	void told_zone(const char *zone);

	/** 0 where it is not known. */
	uint64_t unix_ms() const;
	/** Time and zone are known. */
	bool is_set() const { return has_zone_ && unix_ms() > 0; }
	const TimeZone &zone() const { return zone_; }

private:
	const Hal &hal_;
	RecordStore store_;
	TimeZone zone_;
	bool has_zone_ = false;
	char text_[ZONE_BYTES] = "";
};

} // namespace mooring
