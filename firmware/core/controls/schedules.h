#pragma once

#include "../log.h"
#include "../time/time_zone.h"
#include "relays.h"

namespace mooring {

constexpr size_t MAX_SCHEDULES = sizeof(wire::Configure::schedules) / sizeof(wire::ScheduleConfig);

/**
 * What happens at a minute of the day, or by the sun, without the hub. Only the minute that begins now is run: nothing
 * is made up for that was missed without the time, without power, during a pause, or when the clock stepped.
 */
class Schedules {
public:
	Schedules(Relays &relays, Log &log) : relays_(relays), log_(log) {}

	/** The present minute is not run: until now the schedules were others. */
	void configure(const wire::Configure &configure);
	/** `unix_ms` is the present time; 0 if it is not known, then all schedules wait. */
	Time next_due(uint64_t unix_ms, Time now) const;
	void step(uint64_t unix_ms, const TimeZone &zone, Time now);

private:
	/** The event of the solar day that was asked for last: schedules of one minute mostly ask for the same day. */
	struct SunEvent {
		int32_t solar_day, minute;
		bool is_known, happens;
	};

	void run(int32_t minute, const TimeZone &zone, Time now);
	bool is_due(const wire::ScheduleConfig &schedule, int32_t minute, const TimeZone &zone);
	/** Whether it is due if nothing varies it, as that of this date, on a day of this kind. */
	bool is_own_minute(const wire::ScheduleConfig &schedule, int32_t minute, bool vacation, int32_t day,
					   const TimeZone &zone);
	bool is_due_by_clock(const wire::ScheduleConfig &schedule, int32_t minute, int32_t day,
						 const TimeZone &zone) const;
	bool is_due_by_sun(const wire::ScheduleConfig &schedule, int32_t minute, int32_t day, const TimeZone &zone);

	Relays &relays_;
	Log &log_;
	wire::ScheduleConfig schedules_[MAX_SCHEDULES]{};
	size_t count_ = 0;
	wire::PlaceConfig place_{};
	wire::Hold hold_{};
	SunEvent sunrise_{}, sunset_{};
	/** the last minute that was run, since 1970; valid while the time is `known` */
	int32_t latest_ = 0;
	bool known_ = false;
};

} // namespace mooring
