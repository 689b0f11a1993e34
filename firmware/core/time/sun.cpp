#include "sun.h"

#include <cmath>

namespace mooring {

namespace {

constexpr double PI = 3.14159265358979323846;
constexpr double MINUTES_A_DAY = 1440, NOON = 720, QUARTER_DAY = 360;
/** The earth turns by a degree in this time. */
constexpr double MINUTES_A_DEGREE = 4;
/** 2000-01-01 12:00 UTC, in days since 1970. */
constexpr double J2000_DAY = 10957.5;
constexpr double DAYS_A_CENTURY = 36525;
/** Of the sun's centre when its upper edge appears on the horizon: includes its radius and refraction. */
constexpr double ZENITH = 90.833;
/** The sun moves between noon and the event, so the result is refined; the second round is exact to seconds. */
constexpr int ROUNDS = 2;

double radians(double degrees) { return degrees * (PI / 180); }
double degrees(double radians) { return radians * (180 / PI); }

struct Sun {
	double declination;		 // radians
	double equation_of_time; // minutes
};

Sun sun_at(double utc_minute) {
	const double t = (utc_minute / MINUTES_A_DAY - J2000_DAY) / DAYS_A_CENTURY;
	const double mean_longitude = radians(fmod(280.46646 + t * (36000.76983 + t * 0.0003032), 360));
	const double anomaly = radians(357.52911 + t * (35999.05029 - 0.0001537 * t));
	const double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
	const double center = sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
						  sin(2 * anomaly) * (0.019993 - 0.000101 * t) + sin(3 * anomaly) * 0.000289;
	const double node = radians(125.04 - 1934.136 * t);
	const double longitude = radians(degrees(mean_longitude) + center - 0.00569 - 0.00478 * sin(node));
	const double obliquity =
		radians(23.43929111 - t * (0.013004167 + t * (0.00000016389 - t * 0.0000005036)) + 0.00256 * cos(node));
	const double y = tan(obliquity / 2) * tan(obliquity / 2);
	const double equation = y * sin(2 * mean_longitude) - 2 * eccentricity * sin(anomaly) +
							4 * eccentricity * y * sin(anomaly) * cos(2 * mean_longitude) -
							0.5 * y * y * sin(4 * mean_longitude) -
							1.25 * eccentricity * eccentricity * sin(2 * anomaly);
	return {asin(sin(obliquity) * sin(longitude)), 4 * degrees(equation)};
}

} // namespace

int32_t mean_noon(int32_t solar_day, double longitude) {
	return static_cast<int32_t>(floor(solar_day * MINUTES_A_DAY + NOON - MINUTES_A_DEGREE * longitude));
}

int32_t solar_day_of(bool rise, int32_t utc_minute, double longitude) {
	const double mean_minute = utc_minute + MINUTES_A_DEGREE * longitude;
	return static_cast<int32_t>(floor((mean_minute + (rise ? QUARTER_DAY : -QUARTER_DAY)) / MINUTES_A_DAY));
}

bool sun_event(bool rise, int32_t solar_day, double latitude, double longitude, int32_t *utc_minute) {
	const double noon = solar_day * MINUTES_A_DAY + NOON - MINUTES_A_DEGREE * longitude;
	double minute = noon;
	double cosine = 0;
	for (int round = 0; round <= ROUNDS; round++) {
		const Sun sun = sun_at(minute);
		cosine = cos(radians(ZENITH)) / (cos(radians(latitude)) * cos(sun.declination)) -
				 tan(radians(latitude)) * tan(sun.declination);
		// If the sun does not reach the horizon, the guess is noon or midnight. Only the last round decides.
		const double hour_angle = cosine <= -1 ? 180 : cosine >= 1 ? 0 : degrees(acos(cosine));
		minute = noon - MINUTES_A_DEGREE * (rise ? hour_angle : -hour_angle) - sun.equation_of_time;
	}
	if (!(cosine >= -1 && cosine <= 1)) return false;
	*utc_minute = static_cast<int32_t>(floor(minute + 0.5));
	return true;
}

} // namespace mooring
