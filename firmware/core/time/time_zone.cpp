#include "time_zone.h"

namespace mooring {

namespace {

constexpr int32_t DAYS_TO_1970 = 719468; // from 0000-03-01
constexpr int32_t DAYS_A_400_YEARS = 146097;
/** POSIX allows offsets of up to 24 hours. For the time of a rule every known implementation allows up to a week. */
constexpr int32_t MAX_OFFSET_HOURS = 24, MAX_RULE_HOURS = 167;
/** Summer time begins and ends at two o'clock if the rule gives no time. */
constexpr int16_t RULE_MINUTE = 120;
constexpr int32_t NAME_LEAST = 3;

/** The proleptic Gregorian calendar; years that begin in March make the leap day the last one. */
int32_t day_from(int32_t year, int32_t month, int32_t day) {
	const int32_t y = month <= 2 ? year - 1 : year;
	const int32_t era = (y >= 0 ? y : y - 399) / 400;
	const int32_t of_era = y - era * 400;
	const int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * DAYS_A_400_YEARS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_1970;
}

int32_t year_of(int32_t day) {
	const int32_t shifted = day + DAYS_TO_1970;
	const int32_t era = (shifted >= 0 ? shifted : shifted - (DAYS_A_400_YEARS - 1)) / DAYS_A_400_YEARS;
	const int32_t of_era = shifted - era * DAYS_A_400_YEARS;
	const int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	const int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
	return era * 400 + year + (of_year >= 306 ? 1 : 0); // January and February are the last two months
}

bool is_leap(int32_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

bool is_letter(char sign) { return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z'); }

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

bool skip_name(const char **text) {
	int32_t length = 0;
	if (**text == '<') {
		for ((*text)++; is_letter(**text) || is_digit(**text) || **text == '+' || **text == '-'; (*text)++) length++;
		return length >= NAME_LEAST && *(*text)++ == '>';
	}
	for (; is_letter(**text); (*text)++) length++;
	return length >= NAME_LEAST;
}

bool parse_number(const char **text, int32_t least, int32_t most, int32_t *number) {
	int32_t value = 0;
	if (!is_digit(**text)) return false;
	for (; is_digit(**text); (*text)++) {
		value = value * 10 + (**text - '0');
		if (value > most) return false;
	}
	*number = value;
	return value >= least;
}

/** [+-]hh[:mm[:ss]], in minutes; seconds are ignored. */
bool parse_time(const char **text, int32_t max_hours, int32_t *minutes) {
	int32_t hours, rest = 0, seconds;
	const bool negative = **text == '-';
	if (negative || **text == '+') (*text)++;
	if (!parse_number(text, 0, max_hours, &hours)) return false;
	if (**text == ':' && (++*text, !parse_number(text, 0, 59, &rest))) return false;
	if (**text == ':' && (++*text, !parse_number(text, 0, 59, &seconds))) return false;
	*minutes = (hours * 60 + rest) * (negative ? -1 : 1);
	return true;
}

} // namespace

int32_t day_of(int32_t minute) { return (minute >= 0 ? minute : minute - (MINUTES_A_DAY - 1)) / MINUTES_A_DAY; }

int32_t weekday_of(int32_t day) { return ((day + 3) % 7 + 7) % 7; } // 1970-01-01 was a Thursday

bool TimeZone::parse(const char *text) {
	TimeZone zone;
	int32_t minutes;
	if (!skip_name(&text) || !parse_time(&text, MAX_OFFSET_HOURS, &minutes)) return false;
	zone.standard_ = -minutes; // POSIX counts to the west
	if (*text != '\0') {
		zone.has_summer_ = true;
		zone.summer_ = zone.standard_ + 60;
		if (!skip_name(&text)) return false;
		if (*text != ',') {
			if (!parse_time(&text, MAX_OFFSET_HOURS, &minutes)) return false;
			zone.summer_ = -minutes;
		}
		if (!parse_rule(&text, &zone.begin_) || !parse_rule(&text, &zone.end_) || *text != '\0') return false;
	}
	*this = zone;
	return true;
}

bool TimeZone::parse_rule(const char **text, Rule *rule) {
	int32_t month = 0, week = 0, day, minute = RULE_MINUTE;
	if (*(*text)++ != ',') return false;
	if (**text == 'M') {
		rule->kind = Rule::Kind::WeekdayOfMonth;
		if (!parse_number(&++*text, 1, 12, &month) || *(*text)++ != '.') return false;
		if (!parse_number(text, 1, 5, &week) || *(*text)++ != '.' || !parse_number(text, 0, 6, &day)) return false;
	} else if (**text == 'J') {
		rule->kind = Rule::Kind::DayWithoutLeap;
		if (!parse_number(&++*text, 1, 365, &day)) return false;
	} else {
		rule->kind = Rule::Kind::Day;
		if (!parse_number(text, 0, 365, &day)) return false;
	}
	if (**text == '/' && !parse_time(&++*text, MAX_RULE_HOURS, &minute)) return false;
	rule->month = static_cast<int16_t>(month);
	rule->week = static_cast<int16_t>(week);
	rule->day = static_cast<int16_t>(day);
	rule->minute = static_cast<int16_t>(minute);
	return true;
}

int32_t TimeZone::local_minute_of(const Rule &rule, int32_t year) {
	const int32_t new_year = day_from(year, 1, 1);
	int32_t day = new_year;
	switch (rule.kind) {
		case Rule::Kind::Day:
			day += rule.day;
			break;
		case Rule::Kind::DayWithoutLeap: // 29 February is never counted
			day += rule.day - 1 + (is_leap(year) && rule.day >= 60 ? 1 : 0);
			break;
		case Rule::Kind::WeekdayOfMonth: {
			const int32_t first = day_from(year, rule.month, 1);
			const int32_t next = rule.month == 12 ? day_from(year + 1, 1, 1) : day_from(year, rule.month + 1, 1);
			const int32_t first_weekday = (weekday_of(first) + 1) % 7; // POSIX has Sunday as 0
			day = first + (rule.day - first_weekday + 7) % 7 + 7 * (rule.week - 1);
			if (day >= next) day -= 7; // the fifth is the last one
			break;
		}
	}
	return day * MINUTES_A_DAY + rule.minute;
}

int32_t TimeZone::offset(int32_t utc_minute) const {
	if (!has_summer_) return standard_;
	const int32_t year = year_of(day_of(utc_minute + standard_));
	const int32_t begin = local_minute_of(begin_, year) - standard_;
	const int32_t end = local_minute_of(end_, year) - summer_;
	const bool summer =
		begin <= end ? utc_minute >= begin && utc_minute < end : utc_minute >= begin || utc_minute < end;
	return summer ? summer_ : standard_;
}

bool TimeZone::is_second_time(int32_t utc_minute) const {
	const int32_t back = summer_ > standard_ ? summer_ - standard_ : standard_ - summer_;
	return has_summer_ && offset(utc_minute - back) - offset(utc_minute) == back;
}

} // namespace mooring
