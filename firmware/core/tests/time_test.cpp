#include "../backoff.h"
#include "../time/sun.h"
#include "../time/time_zone.h"
#include "fakes/fake_machine.h"

namespace mooring::test {

namespace {

constexpr char BERLIN[] = "CET-1CEST,M3.5.0,M10.5.0/3";

TimeZone zone_of(const char *text) {
	TimeZone zone;
	CHECK(zone.parse(text));
	return zone;
}

/** Minutes since 1970 of a day of 2026, counted from 0, and a time. */
int32_t in_2026(int32_t day, int32_t hour, int32_t minute) {
	return (20'454 + day) * MINUTES_A_DAY + hour * 60 + minute;
}

constexpr int32_t MARCH_29 = 87, OCTOBER_25 = 297, JUNE_21 = 171, DECEMBER_21 = 354;

} // namespace

TEST(TimeZone, SummerTimeOfBerlin_BeginsAndEndsOnItsDays) {
	const TimeZone zone = zone_of(BERLIN);
	CHECK_EQUAL(zone.local(in_2026(MARCH_29, 0, 59)), in_2026(MARCH_29, 1, 59));
	CHECK_EQUAL(zone.local(in_2026(MARCH_29, 1, 0)), in_2026(MARCH_29, 3, 0));
	CHECK_EQUAL(zone.local(in_2026(OCTOBER_25, 0, 59)), in_2026(OCTOBER_25, 2, 59));
	CHECK_EQUAL(zone.local(in_2026(OCTOBER_25, 1, 0)), in_2026(OCTOBER_25, 2, 0));
	CHECK(!zone.is_second_time(in_2026(OCTOBER_25, 0, 59)));
	CHECK(zone.is_second_time(in_2026(OCTOBER_25, 1, 0)));
	CHECK(zone.is_second_time(in_2026(OCTOBER_25, 1, 59)));
	CHECK(!zone.is_second_time(in_2026(OCTOBER_25, 2, 0)));
}

TEST(TimeZone, SouthernSummerTime_GoesOverTheNewYear) {
	const TimeZone zone = zone_of("AEST-10AEDT,M10.1.0,M4.1.0/3");
	CHECK_EQUAL(zone.local(in_2026(0, 0, 0)), in_2026(0, 11, 0));
	CHECK_EQUAL(zone.local(in_2026(JUNE_21, 0, 0)), in_2026(JUNE_21, 10, 0));
	CHECK_EQUAL(zone.local(in_2026(DECEMBER_21, 0, 0)), in_2026(DECEMBER_21, 11, 0));
}

TEST(TimeZone, OtherWaysToWriteOne) {
	CHECK_EQUAL(zone_of("<+0530>-5:30").local(0), 330);
	CHECK_EQUAL(zone_of("UTC0").local(5), 5);
	CHECK_EQUAL(zone_of("NST3:30NDT,M3.2.0,M11.1.0").local(in_2026(0, 12, 0)), in_2026(0, 8, 30));
	// By day of the year, with and without 29 February, and an offset of its own.
	CHECK_EQUAL(zone_of("AAA0BBB-2,J60/0,J300/0").local(in_2026(59, 0, 0)), in_2026(59, 2, 0));
	CHECK_EQUAL(zone_of("AAA0BBB-2,59/0,300/0").local(in_2026(58, 23, 59)), in_2026(58, 23, 59));
	CHECK_EQUAL(zone_of("AAA0BBB-2,59/0,300/0").local(in_2026(59, 0, 0)), in_2026(59, 2, 0));
}

TEST(TimeZone, WhatIsNone_IsRefused) {
	for (const char *text :
		 {"", "Europe/Berlin", "CET", "C-1", "CET-1CEST", "CET-25", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
		  "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/168",
		  "CET-1CEST,M3.5.0,M10.5.0x", "<AB>1", "<ABC1", "CET-1:60", "CET-1CEST,J0,J1", "CET-1CEST,366,1"}) {
		TimeZone zone;
		CHECK(!zone.parse(text));
	}
}

TEST(TimeZone, AnyText_IsTakenOrRefused) {
	Random random(3);
	static const char SIGNS[] = "CEST-+<>,MJ.:/0123456789";
	for (int run = 0; run < 20'000; run++) {
		char text[48];
		size_t length = random.below(sizeof text);
		if (run % 2 == 0)
			strcpy(text, BERLIN), length = strlen(text), text[random.below(26)] = SIGNS[random.below(24)];
		else
			for (size_t i = 0; i < length; i++) text[i] = SIGNS[random.below(24)];
		text[length] = '\0';
		TimeZone zone;
		if (!zone.parse(text)) continue;
		const int32_t minute = in_2026(static_cast<int32_t>(random.below(365)), 0, 0);
		const int32_t offset = zone.local(minute) - minute;
		CHECK(offset >= -25 * 60 && offset <= 26 * 60);
	}
}

TEST(Sun, RisesAndSetsAsInTheAlmanac) {
	struct Place {
		int32_t day;
		double latitude, longitude;
		int32_t rise, set; // minutes of the UTC day
	};
	// Berlin 21 June 2026 4:43 and 21:33 CEST, 21 December 8:15 and 15:54 CET; Quito 21 June 6:11 and 18:18 (−5).
	for (const Place &place : {Place{JUNE_21, 52.52, 13.405, 2 * 60 + 43, 19 * 60 + 33},
							   Place{DECEMBER_21, 52.52, 13.405, 7 * 60 + 15, 14 * 60 + 54},
							   Place{JUNE_21, -0.18, -78.47, 11 * 60 + 12, 23 * 60 + 19}}) {
		int32_t rise, set;
		const int32_t day = day_of(in_2026(place.day, 12, 0));
		CHECK(sun_event(true, day, place.latitude, place.longitude, &rise));
		CHECK(sun_event(false, day, place.latitude, place.longitude, &set));
		const int32_t rise_error = rise - in_2026(place.day, 0, place.rise),
					  set_error = set - in_2026(place.day, 0, place.set);
		CHECK(rise_error >= -2 && rise_error <= 2);
		CHECK(set_error >= -2 && set_error <= 2);
	}
}

TEST(Sun, ThatDoesNotRise_SaysSo) {
	int32_t minute;
	CHECK(!sun_event(true, day_of(in_2026(JUNE_21, 12, 0)), 69.65, 18.96, &minute));
	CHECK(!sun_event(false, day_of(in_2026(DECEMBER_21, 12, 0)), 69.65, 18.96, &minute));
	CHECK(!sun_event(true, day_of(in_2026(JUNE_21, 12, 0)), 90, 0, &minute));
	CHECK(!sun_event(true, day_of(in_2026(JUNE_21, 12, 0)), -90, 0, &minute));
}

TEST(Backoff, GrowsToItsLimits_WithinItsJitter_AndBeginsAnew) {
	FakeMachine machine;
	Backoff backoff(machine.hal(mooring_v2_BootReason_BOOT_REASON_POWER_ON));
	uint32_t step = Backoff::FIRST_MS;
	for (int i = 0; i < 20; i++) {
		CHECK(backoff.after_loss() <= step);
		step = step * 2 > Backoff::LONGEST_MS ? Backoff::LONGEST_MS : step * 2;
	}
	step = Backoff::FIRST_MS;
	for (int i = 0; i < 20; i++) {
		const uint32_t pause = backoff.after_refusal();
		CHECK(pause >= step / 2 && pause <= step);
		step = step * 2 > Backoff::LONGEST_REFUSED_MS ? Backoff::LONGEST_REFUSED_MS : step * 2;
	}
	backoff.reset();
	CHECK(backoff.after_loss() <= Backoff::FIRST_MS);
	CHECK(backoff.after_refusal() <= Backoff::FIRST_MS);
}

} // namespace mooring::test
