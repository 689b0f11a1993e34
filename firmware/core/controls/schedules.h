#pragma once

#include "../log.h"
#include "../time/time_zone.h"
#include "relays.h"

namespace mooring {

constexpr size_t MAX_SCHEDULES = sizeof(wire::Configure::schedules) / sizeof(wire::ScheduleConfig);

/**
 * What happens at a minute of the day, or by the sun, without the hub. Only the minute that begins counts: what was
 * missed while the board did not know the time, had no power or lived through a step of its clock, is not made up for.
 */
class Schedules {
public:
	Schedules(Relays &relays, Log &log) : relays_(relays), log_(log) {}

	/** The minute that is now is not run: the schedules of a moment ago were others. */
	void configure(const wire::Configure &configure);
	/** `unix_ms` is the time now, 0 where it is not known: then everything waits. */
	Time next_due(uint64_t unix_ms, Time now) const;
	void step(uint64_t unix_ms, const TimeZone &zone, Time now);

private:
	/** Of the solar day that was asked for last: a minute's schedules mostly ask for the same one. */
	struct SunEvent {
		int32_t solar_day, minute;
		bool is_known, happens;
	};

	void run(int32_t minute, const TimeZone &zone, Time now);
	bool is_due_by_clock(const wire::ScheduleConfig &schedule, int32_t minute, const TimeZone &zone) const;
	bool is_due_by_sun(const wire::ScheduleConfig &schedule, int32_t minute, const TimeZone &zone);

	Relays &relays_;
	Log &log_;
	wire::ScheduleConfig schedules_[MAX_SCHEDULES]{};
	size_t count_ = 0;
	wire::PlaceConfig place_{};
	SunEvent sunrise_{}, sunset_{};
	/** minutes since 1970, the last one that was run; good while the time is `known` */
	int32_t latest_ = 0;
	bool known_ = false;
};

} // namespace mooring
