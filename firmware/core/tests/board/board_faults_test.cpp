#include "../fakes/house.h"

// The whole board, while the link to its hub breaks and its power is lost, at every possible moment.

namespace mooring::test {

namespace {

/** How many bytes later the link is cut in the next run. */
constexpr int CUT_EVERY = ON_CHIP ? 499 : 1;
/** How many flash operations later the power is lost in the next run. */
constexpr int POWER_CUT_EVERY = ON_CHIP ? 5 : 1;
constexpr uint32_t FAULT_RUNS = ON_CHIP ? 1 : 60;
constexpr int GARBAGE_RUNS = ON_CHIP ? 10 : 300;

House &fresh() { return anew<House>(); }

} // namespace

TEST(Board, LinkCutAtEveryByteOfARegistration_EndsClaimed) {
	for (int cut = 0;; cut += CUT_EVERY) {
		House &house = fresh();
		house.hub.cut_after(cut);
		house.power_on();
		CHECK(house.comes_up());
		CHECK_EQUAL(house.machine.restarts, 0);
		if (!house.hub.was_cut() || has_failed()) {
			CHECK(cut > 1'000);
			return;
		}
	}
}

TEST(Board, LinkCutAtEveryByteOfAChangeOfItsKey_EndsWithTheNewOne) {
	for (int cut = 0;; cut += CUT_EVERY) {
		House &house = fresh();
		house.power_on();
		CHECK(house.comes_up());
		house.power_off();
		house.hub.rotate();
		house.hub.cut_after(cut);
		const int before = house.hub.sessions;
		house.power_on();
		CHECK(house.run_until([&] { return house.hub.sessions >= before + 2 && house.is_up(); }));
		if (!house.hub.was_cut() || has_failed()) return;
	}
}

TEST(Board, PowerLostAtEveryFlashOperationOfARegistration_EndsClaimed) {
	for (int cut = 0;; cut += POWER_CUT_EVERY) {
		House &house = fresh();
		house.machine.flash.cut_after(cut);
		house.power_on();
		house.run_until([&] { return house.machine.flash.is_cut() || house.is_up(); });
		const bool was_cut = house.machine.flash.is_cut();
		house.machine.flash.power_on();
		house.power_on();
		CHECK(house.comes_up());
		CHECK_EQUAL(house.machine.flash.misuses, 0);
		if (!was_cut || has_failed()) return;
	}
}

TEST(Board, PowerLostAtEveryFlashOperationOfAChangeOfItsKey_IsNeverLost) {
	for (int cut = 0;; cut += POWER_CUT_EVERY) {
		House &house = fresh();
		house.power_on();
		CHECK(house.comes_up());
		house.hub.rotate();
		house.power_on();
		house.machine.flash.cut_after(cut);
		const int before = house.hub.sessions;
		house.run_until(
			[&] { return house.machine.flash.is_cut() || (house.hub.sessions >= before + 2 && house.is_up()); });
		const bool was_cut = house.machine.flash.is_cut();
		house.machine.flash.power_on();
		house.power_on();
		const int after = house.hub.sessions;
		CHECK(house.run_until([&] { return house.hub.sessions > after; }));
		CHECK_EQUAL(house.machine.flash.misuses, 0);
		if (!was_cut || has_failed()) return;
	}
}

TEST(Board, ManyFaultsAtOnce_NeverLoseIt) {
	for (uint32_t seed = 1; seed <= FAULT_RUNS; seed++) {
		House &house = fresh();
		Random random(seed);
		for (int fault = 0; fault < 8; fault++) {
			if (random.below(2) == 0) house.hub.cut_after(static_cast<int>(random.below(1'500)));
			if (random.below(2) == 0) house.machine.flash.cut_after(static_cast<int>(random.below(20)));
			if (house.hub.is_settled() && random.below(2) == 0) house.hub.rotate();
			house.power_on();
			house.run_until([&] { return house.machine.flash.is_cut(); }, static_cast<Time>(random.below(20'000)));
			house.machine.flash.power_on();
		}
		house.hub.cut_after(FakeHub::NEVER_CUT);
		house.power_on();
		const int before = house.hub.sessions;
		CHECK(house.run_until([&] { return house.hub.sessions > before && house.hub.is_claimed(); }));
		if (has_failed()) return;
	}
}

TEST(Board, AnyBytesOfAHub_EndTheLinkAndNothingElse) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	Random random(23);
	int sessions = house.hub.sessions;
	for (int run = 1; run <= GARBAGE_RUNS; run++) {
		uint8_t bytes[200];
		random.fill(bytes, sizeof bytes);
		if (run % 2 == 0) bytes[0] = 0x82, bytes[1] = static_cast<uint8_t>(random.below(126));
		house.hub.send_raw({bytes, 1 + random.below(sizeof bytes)});
		house.run(100);
		if (run % 10 == 0) {
			CHECK(house.run_until([&] { return house.hub.sessions > sessions; }));
			sessions = house.hub.sessions;
		}
		if (has_failed()) return;
	}
	CHECK_EQUAL(house.machine.restarts, 0);
	CHECK_EQUAL(house.machine.output[5], 0);
}

} // namespace mooring::test
