#include "../controls/schedules.h"
#include "fakes/fake_machine.h"
#include "vectors.h"

// protocol/vectors/sun.json, run on the core: a year of schedules by the sun, minute by minute.

namespace mooring::test {

namespace {

constexpr uint64_t MS_A_MINUTE = 60'000;
constexpr int32_t TOLERANCE_MINUTES = 2;
/** A schedule is due up to two days from its date. */
constexpr int32_t MARGIN_DAYS = 2;
constexpr uint32_t EVERY_DAY = 0x7f;
/** Monday, Wednesday, Friday and Sunday: a run of the wrong date is noticed by its weekday. */
constexpr uint32_t SOME_DAYS = 0x55;
constexpr size_t MOST_RUNS = 400;
/** How far the event of a "grazing" date may be from those of the dates around it. */
constexpr int32_t NEAR_MINUTES = 360;
/** On an emulated chip only 15 to 25 June are run. */
constexpr int32_t FIRST_ON_CHIP = 165, DAYS_ON_CHIP = 11;

struct Runs {
	int32_t at[MOST_RUNS];
	size_t count;
};

/** Relay 1 goes by SOME_DAYS, relay 2 by the others. */
class Listener final : public Teller {
public:
	void tell(const wire::RelayState &state) override {
		Runs &runs = runs_of[state.relay - 1];
		if (state.cause == mooring_v2_Cause_CAUSE_SCHEDULE && runs.count < MOST_RUNS) runs.at[runs.count++] = minute;
	}
	void tell(const wire::InputState &) override {}
	void tell(const wire::SensorReading &) override {}
	void tell(const wire::FoundSensor &) override {}

	int32_t minute = 0;
	Runs runs_of[2]{};
};

/** Removes a run that is near a minute; false if none is near enough. */
bool take(Runs *runs, int32_t minute, int32_t tolerance) {
	for (size_t i = 0; i < runs->count; i++) {
		const int32_t away = runs->at[i] - minute;
		if (away < -tolerance || away > tolerance) continue;
		runs->at[i] = runs->at[--runs->count];
		return true;
	}
	return false;
}

wire::Configure configure_of(const SunCase &sun) {
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.relays_count = configure.schedules_count = 2;
	for (uint32_t i = 0; i < 2; i++) {
		configure.relays[i].id = static_cast<uint8_t>(i + 1);
		configure.relays[i].pin = static_cast<uint8_t>(4 + i);
		wire::ScheduleConfig &schedule = configure.schedules[i];
		schedule.id = schedule.relay = static_cast<uint8_t>(i + 1);
		schedule.on = true;
		schedule.weekdays = static_cast<uint8_t>(i == 0 ? SOME_DAYS : EVERY_DAY & ~SOME_DAYS);
		schedule.event =
			sun.rise ? mooring_v2_ScheduleEvent_SCHEDULE_EVENT_SUNRISE : mooring_v2_ScheduleEvent_SCHEDULE_EVENT_SUNSET;
		schedule.minutes = static_cast<int16_t>(sun.minutes);
	}
	configure.place.latitude = sun.latitude;
	configure.place.longitude = sun.longitude;
	return configure;
}

void run_days(const SunCase &sun, int32_t first, int32_t days, Listener *listener) {
	static FakeMachine machine;
	const Hal &hal = machine.hal(mooring_v2_BootReason_BOOT_REASON_POWER_ON);
	Log log(hal);
	Relays relays(hal, *listener);
	Schedules schedules(relays, log);
	const wire::Configure configure = configure_of(sun);
	TimeZone zone;
	CHECK(zone.parse(sun.time_zone));
	relays.configure(configure, 0);
	schedules.configure(configure);
	const int32_t end = (first + days + MARGIN_DAYS) * MINUTES_A_DAY;
	for (int32_t minute = (first - MARGIN_DAYS) * MINUTES_A_DAY; minute < end; minute++) {
		listener->minute = minute;
		schedules.step(static_cast<uint64_t>(minute) * MS_A_MINUTE, zone, 0);
	}
}

void compare(const SunCase &sun, int32_t from, int32_t days) {
	static Listener listener;
	listener = Listener();
	const int32_t first = sun.first_day + from;
	run_days(sun, first, days, &listener);
	int32_t known = 0;
	for (int32_t i = 0; i < days; i++) {
		const int32_t at = sun.at[from + i], day = first + i;
		Runs *runs = &listener.runs_of[SOME_DAYS >> weekday_of(day) & 1 ? 0 : 1];
		if (at == SUN_GRAZING)
			take(runs, day * MINUTES_A_DAY + known, NEAR_MINUTES);
		else if (at != SUN_NONE) {
			known = at;
			if (!take(runs, day * MINUTES_A_DAY + at, TOLERANCE_MINUTES))
				fail_equal(__FILE__, __LINE__, "the day without a run", i, -1);
		}
	}
	// Only runs of the dates before and after may be left.
	for (const Runs &runs : listener.runs_of)
		for (size_t i = 0; i < runs.count; i++) {
			const int32_t day = day_of(runs.at[i]) - first;
			if (day >= MARGIN_DAYS && day < days - MARGIN_DAYS)
				fail_equal(__FILE__, __LINE__, "the day with a run too many", day, -1);
		}
}

} // namespace

TEST(Sun, SchedulesOfAYear) {
	for (const SunCase &sun : SUN_CASES) {
		begin_case(sun.name);
		compare(sun, ON_CHIP ? FIRST_ON_CHIP : 0, ON_CHIP ? DAYS_ON_CHIP : SUN_DAYS);
		end_case();
		if (ON_CHIP) break;
	}
}

} // namespace mooring::test
