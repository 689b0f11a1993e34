#include "../fakes/house.h"

// Changes of the hub's time in the middle of a session.

namespace mooring::test {

namespace {

/** 2026-01-15 12:00 UTC: ten days and six hours after the Welcome. */
constexpr uint64_t NOON_MS = 1'768'478'400'000;
constexpr Time MINUTE_MS = 60'000;

wire::FromHub clock_of(uint64_t unix_ms, const char *zone) {
	wire::FromHub message = message_of(mooring_v2_FromHub_set_clock_tag);
	message.message.set_clock.hub_time_ms = unix_ms;
	strcpy(message.message.set_clock.time_zone, zone);
	return message;
}

/** Relay 1 on at a minute of every day. */
wire::FromHub schedule_at(int32_t minute) {
	wire::FromHub message = message_of(mooring_v2_FromHub_configure_tag);
	wire::Configure &configure = message.message.configure;
	configure.revision = 1;
	configure.relays_count = configure.schedules_count = 1;
	configure.relays[0].id = 1;
	configure.relays[0].pin = 5;
	configure.schedules[0].id = configure.schedules[0].relay = 1;
	configure.schedules[0].on = true;
	configure.schedules[0].weekdays = 0x7f;
	configure.schedules[0].minutes = static_cast<int16_t>(minute);
	return message;
}

bool is_switched_by_schedule(House *house, Time within) {
	house->hub.heard_count = 0;
	return house->run_until(
		[&] {
			const wire::FromDevice *told = house->last(mooring_v2_FromDevice_relay_state_tag);
			house->hub.heard_count = house->hub.heard_count > FakeHub::MOST_HEARD / 2 ? 0 : house->hub.heard_count;
			return told != nullptr && told->message.relay_state.cause == mooring_v2_Cause_CAUSE_SCHEDULE;
		},
		within);
}

} // namespace

TEST(HubTime, ThatWasWrongWhenTheBoardConnected_IsSetMeanwhile_AndSchedulesRunRightly) {
	House house;
	house.power_on();
	CHECK(house.comes_up());
	house.hub.send(schedule_at(12 * 60 + 1));
	CHECK(!is_switched_by_schedule(&house, MINUTE_MS));
	house.hub.send(clock_of(NOON_MS, "UTC0"));
	CHECK(is_switched_by_schedule(&house, 2 * MINUTE_MS));
}

TEST(HubTime, ComesWithTheZoneOfThatDay) {
	House house;
	house.power_on();
	CHECK(house.comes_up());
	house.hub.send(schedule_at(17 * 60 + 46));
	house.hub.send(clock_of(NOON_MS, "<+0545>-5:45"));
	CHECK(is_switched_by_schedule(&house, 2 * MINUTE_MS));
}

TEST(HubTime, ThatCannotBe_ChangesNothing) {
	House house;
	house.power_on();
	CHECK(house.comes_up());
	house.hub.send(schedule_at(12 * 60 + 1));
	house.hub.send(clock_of(NOON_MS, "UTC0"));
	house.hub.send(clock_of(1'000, "nowhere"));
	CHECK(is_switched_by_schedule(&house, 2 * MINUTE_MS));
}

} // namespace mooring::test
