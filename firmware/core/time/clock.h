#pragma once

#include "../flash/layout.h"
#include "time_zone.h"

namespace mooring {

/** The local time: from the hub, or from the machine if that keeps it. A board that does not know it does not guess. */
class Clock {
public:
	static constexpr size_t ZONE_BYTES = sizeof(wire::Welcome::time_zone);

	explicit Clock(const Hal &hal) : hal_(hal), store_(hal, ZONE_SECTORS) {}

	/** Takes the zone that the hub told last, or else that of the config file. */
	void open(const char *zone_of_file);
	/** Takes the hub's time and zone. An impossible time or a malformed zone changes nothing. */
	void told(uint64_t unix_ms, const char *zone);
	/** Keeps the zone over a restart, so that schedules go on without the hub. */
	void told_zone(const char *zone);

	/** 0 if the time is not known. */
	uint64_t unix_ms() const;
	/** Whether time and zone are known. */
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
