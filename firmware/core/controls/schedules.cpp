#include "schedules.h"

#include "../time/sun.h"
#include "vary.h"

namespace mooring {

namespace {

constexpr uint64_t MS_A_MINUTE = 60'000;
/**
 * After a step back of up to this, nothing runs twice. A clock that goes back further was wrong before: all begins
 * anew.
 */
constexpr int32_t STEP_BACK_MINUTES = 60;
/** How far the date of a schedule may be from that of its run: the sun's event, its offset and a vacation's draw. */
constexpr int32_t DAYS_AWAY = 2;

bool is_on(const wire::ScheduleConfig &schedule, int32_t day) { return schedule.weekdays >> weekday_of(day) & 1; }

} // namespace

void Schedules::configure(const wire::Configure &configure) {
	count_ = configure.schedules_count;
	for (size_t i = 0; i < count_; i++) schedules_[i] = configure.schedules[i];
	place_ = configure.place;
	hold_ = configure.hold;
	sunrise_ = sunset_ = {};
	known_ = false;
}

void Schedules::step(uint64_t unix_ms, const TimeZone &zone, Time now) {
	const int32_t minute = static_cast<int32_t>(unix_ms / MS_A_MINUTE);
	const bool begins = !known_ || minute < latest_ - STEP_BACK_MINUTES;
	known_ = unix_ms > 0;
	if (begins) latest_ = minute;
	if (!known_ || minute <= latest_) return;
	latest_ = minute;
	run(minute, zone, now);
}

Time Schedules::next_due(uint64_t unix_ms, Time now) const {
	return count_ > 0 && unix_ms > 0 ? now + static_cast<Time>(MS_A_MINUTE - unix_ms % MS_A_MINUTE) : NEVER;
}

void Schedules::run(int32_t minute, const TimeZone &zone, Time now) {
	if (static_cast<uint32_t>(minute) < hold_.paused_until_minute) return;
	for (size_t i = 0; i < count_; i++) {
		const wire::ScheduleConfig &schedule = schedules_[i];
		if (static_cast<uint32_t>(minute) < schedule.paused_until_minute || !is_due(schedule, minute, zone)) continue;
		log_.note("schedule %u: relay %u %s", static_cast<unsigned>(schedule.id), static_cast<unsigned>(schedule.relay),
				  schedule.on ? "on" : "off");
		relays_.request(schedule.relay, schedule.on, mooring_v2_Cause_CAUSE_SCHEDULE, schedule.for_ms, now);
	}
}

/**
 * The schedule's own minute decides whether it runs that day, and whether it is varied. So it runs once a day, also on
 * the days on which a vacation begins and ends.
 */
bool Schedules::is_due(const wire::ScheduleConfig &schedule, int32_t minute, const TimeZone &zone) {
	const int32_t today = day_of(zone.local(minute));
	for (int32_t day = today - DAYS_AWAY; day <= today + DAYS_AWAY; day++) {
		const int32_t by = vary_by(hold_.vary_seed, day, schedule.id, schedule.vary_minutes);
		if (is_own_minute(schedule, minute, false, day, zone) || is_own_minute(schedule, minute - by, true, day, zone))
			return true;
	}
	return false;
}

bool Schedules::is_own_minute(const wire::ScheduleConfig &schedule, int32_t minute, bool vacation, int32_t day,
							  const TimeZone &zone) {
	const uint32_t never = vacation ? mooring_v2_ScheduleWhen_SCHEDULE_WHEN_AT_HOME
									: mooring_v2_ScheduleWhen_SCHEDULE_WHEN_IN_VACATION;
	const uint32_t at = static_cast<uint32_t>(minute);
	const bool in_vacation = at >= hold_.vacation_from_minute && at < hold_.vacation_until_minute;
	if (in_vacation != vacation || schedule.when == never || !is_on(schedule, day)) return false;
	const bool by_clock = schedule.event == mooring_v2_ScheduleEvent_SCHEDULE_EVENT_TIME;
	return by_clock ? is_due_by_clock(schedule, minute, day, zone) : is_due_by_sun(schedule, minute, day, zone);
}

/** A time that summer time skips runs at the next minute that exists; one that comes twice runs the first time. */
bool Schedules::is_due_by_clock(const wire::ScheduleConfig &schedule, int32_t minute, int32_t day,
								const TimeZone &zone) const {
	if (zone.is_second_time(minute)) return false;
	const int32_t local = zone.local(minute);
	const int32_t wanted = day * MINUTES_A_DAY + schedule.minutes;
	return wanted > zone.local(minute - 1) && wanted <= local;
}

/**
 * The date of the sun's event is that of its noon, even if the event or its offset is on the other side of midnight.
 */
bool Schedules::is_due_by_sun(const wire::ScheduleConfig &schedule, int32_t minute, int32_t day,
							  const TimeZone &zone) {
	const bool rise = schedule.event == mooring_v2_ScheduleEvent_SCHEDULE_EVENT_SUNRISE;
	const double latitude = static_cast<double>(place_.latitude), longitude = static_cast<double>(place_.longitude);
	const int32_t event = minute - schedule.minutes;
	const int32_t solar_day = solar_day_of(rise, event, longitude);
	// By standard time, so that no noon moves to another date when summer time begins or ends.
	if (day_of(mean_noon(solar_day, longitude) + zone.standard()) != day) return false;
	SunEvent &known = rise ? sunrise_ : sunset_;
	if (!known.is_known || known.solar_day != solar_day) {
		known.is_known = true;
		known.solar_day = solar_day;
		known.happens = sun_event(rise, solar_day, latitude, longitude, &known.minute);
	}
	return known.happens && known.minute == event;
}

} // namespace mooring
