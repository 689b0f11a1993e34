#pragma once

#include <cstdint>

namespace mooring {

/** Days are counted from 1970-01-01, minutes from its midnight. A local minute is what a clock on the wall shows. */
constexpr int32_t MINUTES_A_DAY = 1440;

/** Monday is 0. */
int32_t weekday_of(int32_t day);
int32_t day_of(int32_t minute);

/** A time zone as POSIX.1-2017, 8.3, writes it: "CET-1CEST,M3.5.0,M10.5.0/3", "<+0530>-5:30", "UTC0". */
class TimeZone {
public:
	/** False if the text is malformed; then the zone is unchanged. A zone with summer time must say when that is. */
	bool parse(const char *text);

	/** of standard time, minutes east of Greenwich */
	int32_t standard() const { return standard_; }
	/** What a clock on the wall shows, in whole minutes. */
	int32_t local(int32_t utc_minute) const { return utc_minute + offset(utc_minute); }
	/** Whether a clock on the wall shows this minute for the second time, in the hour after summer time ended. */
	bool is_second_time(int32_t utc_minute) const;

private:
	/** When summer time begins or ends: on a weekday of a month, or on a day of the year. */
	struct Rule {
		enum class Kind : uint8_t { WeekdayOfMonth, DayWithoutLeap, Day } kind;
		int16_t month, week, day;
		/** minute of the day by the clock that is in force before; may be negative or beyond the day */
		int16_t minute;
	};

	int32_t offset(int32_t utc_minute) const;
	static bool parse_rule(const char **text, Rule *rule);
	static int32_t local_minute_of(const Rule &rule, int32_t year);

	/** minutes east of Greenwich */
	int32_t standard_ = 0, summer_ = 0;
	bool has_summer_ = false;
	Rule begin_{}, end_{};
};

} // namespace mooring
