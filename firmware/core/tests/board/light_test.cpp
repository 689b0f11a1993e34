#include "../fakes/house.h"

// What people see of a board from afar.

namespace mooring::test {

namespace {

constexpr Time ROUND_MS = 3'000;
const wire::WifiConfig HOME = [] {
	wire::WifiConfig home = mooring_v2_WifiConfig_init_zero;
	strcpy(home.ssid, "home");
	return home;
}();

House &fresh() { return anew<House>(); }

/** Whether the light goes on this often in each of some rounds. */
bool flashes(House &house, int times) {
	constexpr int ROUNDS = 4;
	const int before = house.machine.flashes;
	house.run(ROUNDS * ROUND_MS);
	return house.machine.flashes - before == ROUNDS * times;
}

} // namespace

TEST(Light, CountsWhatIsMissing_AndIsDarkWhenAllIsWell) {
	House &house = fresh();
	house.hub.reachable = false;
	house.power_on();
	house.run(1'000);
	CHECK(flashes(house, 2));
	house.hub.reachable = true;
	CHECK(house.comes_up());
	// Claimed a moment ago: lit without a break.
	CHECK(house.machine.lit);
	const int before = house.machine.flashes;
	house.run(2'000);
	CHECK(house.machine.lit);
	CHECK_EQUAL(house.machine.flashes, before);
	house.run(5'000);
	CHECK(!house.machine.lit);
	CHECK(flashes(house, 0));
}

TEST(Light, OfABoardThatDoesNotKnowWhatIsWired_StaysDark) {
	House &house = fresh();
	house.machine.flash.make_new();
	house.power_on();
	CHECK(flashes(house, 0));
}

TEST(Light, OfABoardWhoseKeyIsNoMore_FlashesFourTimes) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	house.run(6'000);
	house.hub.forget_device();
	house.hub.close();
	house.run(10'000);
	CHECK(flashes(house, 4));
}

TEST(Light, WithoutItsWifi_FlashesOnce) {
	House &house = fresh();
	house.machine.radio.is_there = true;
	house.flash_config(REGISTRATION_ID, REGISTRATION_KEY, HOME);
	house.power_on();
	house.run(1'000);
	CHECK(flashes(house, 1));
}

TEST(Light, OfABoardThatIsLookedFor_BlinksAsLongAsTheHubSaid) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	house.run(6'000);
	wire::FromHub identify = message_of(mooring_v2_FromHub_identify_tag);
	identify.message.identify.for_ms = 5'000;
	const int before = house.machine.flashes;
	house.hub.send(identify);
	house.run(5'500);
	CHECK(house.machine.flashes - before >= 9 && house.machine.flashes - before <= 11);
	CHECK(!house.machine.lit);
}

TEST(Light, DuringAnUpdate_FlickersAndThenIsDarkAgain) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	house.run(6'000);
	wire::FromHub begin = message_of(mooring_v2_FromHub_ota_begin_tag);
	begin.message.ota_begin.size = 4'000;
	const int before = house.machine.flashes;
	house.hub.send(begin);
	house.run(2'000);
	CHECK(house.machine.flashes - before >= 8);
	house.run(5'000);
	CHECK(!house.machine.lit);
	CHECK(flashes(house, 0));
	begin.message.ota_begin.size = 0; // no image: refused
	house.hub.send(begin);
	CHECK(flashes(house, 0));
}

TEST(Light, OfABoardThatSleepsBetweenItsSteps_IsOnTime) {
	House &house = fresh();
	house.sleeps = true;
	house.hub.reachable = false;
	house.power_on();
	house.run(1'000);
	CHECK(flashes(house, 2));
}

} // namespace mooring::test
