#include "schedules.h"

#include "../time/sun.h"

namespace mooring {

namespace {

constexpr uint64_t MS_A_MINUTE = 60'000;
/**
 * After a step back of up to this, nothing runs twice. A clock that goes back further was wrong before: all begins
 * anew.
 */
constexpr int32_t STEP_BACK_MINUTES = 60;

bool is_on(const wire::ScheduleConfig &schedule, int32_t day) { return schedule.weekdays >> weekday_of(day) & 1; }

} // namespace

void Schedules::configure(const wire::Configure &configure) {
	count_ = configure.schedules_count;
	for (size_t i = 0; i < count_; i++) schedules_[i] = configure.schedules[i];
	place_ = configure.place;
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
	for (size_t i = 0; i < count_; i++) {
		const wire::ScheduleConfig &schedule = schedules_[i];
		const bool by_clock = schedule.event == mooring_v2_ScheduleEvent_SCHEDULE_EVENT_TIME;
		if (!(by_clock ? is_due_by_clock(schedule, minute, zone) : is_due_by_sun(schedule, minute, zone))) continue;
		log_.note("schedule %u: relay %u %s", static_cast<unsigned>(schedule.id), static_cast<unsigned>(schedule.relay),
				  schedule.on ? "on" : "off");
		relays_.request(schedule.relay, schedule.on, mooring_v2_Cause_CAUSE_SCHEDULE, schedule.for_ms, now);
	}
}

/** A time that summer time skips runs at the next minute that exists; one that comes twice runs the first time. */
bool Schedules::is_due_by_clock(const wire::ScheduleConfig &schedule, int32_t minute, const TimeZone &zone) const {
	if (zone.is_second_time(minute)) return false;
	const int32_t local = zone.local(minute);
	for (int32_t shown = zone.local(minute - 1) + 1; shown <= local; shown++) {
		const int32_t day = day_of(shown);
		if (shown - day * MINUTES_A_DAY == schedule.minutes && is_on(schedule, day)) return true;
	}
	return false;
}

/**
 * The date of the sun's event is that of its noon, even if the event or its offset is on the other side of midnight.
 */
bool Schedules::is_due_by_sun(const wire::ScheduleConfig &schedule, int32_t minute, const TimeZone &zone) {
	const bool rise = schedule.event == mooring_v2_ScheduleEvent_SCHEDULE_EVENT_SUNRISE;
	const double latitude = static_cast<double>(place_.latitude), longitude = static_cast<double>(place_.longitude);
	const int32_t event = minute - schedule.minutes;
	const int32_t solar_day = solar_day_of(rise, event, longitude);
	// By standard time, so that no noon moves to another date when summer time begins or ends.
	if (!is_on(schedule, day_of(mean_noon(solar_day, longitude) + zone.standard()))) return false;
	SunEvent &known = rise ? sunrise_ : sunset_;
	if (!known.is_known || known.solar_day != solar_day) {
		known.is_known = true;
		known.solar_day = solar_day;
		known.happens = sun_event(rise, solar_day, latitude, longitude, &known.minute);
	}
	return known.happens && known.minute == event;
}

} // namespace mooring
