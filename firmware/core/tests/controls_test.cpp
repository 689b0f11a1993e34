#include "../controls/controls.h"

#include "fakes/crypto_of_tests.h"
#include "fakes/household.h"

namespace mooring::test {

namespace {

constexpr wire::BootReason CRASH = mooring_v2_BootReason_BOOT_REASON_CRASH;

struct Board {
	explicit Board(wire::BootReason reason) : hal(machine.hal(reason)), log(hal), controls(hal, crypto_of_tests(), listener, log) {
		file = mooring_v2_BoardConfig_init_zero;
		file.configure = household();
		controls.boot(&file, machine.now);
	}
	void run(Time ms) {
		for (const Time until = machine.now + ms; machine.now < until; machine.now += 5) controls.step(machine.now);
	}
	const Hal &hal;
	Listener listener;
	Log log;
	Controls controls;
};

} // namespace

TEST(Inputs, WithAPullUpThatItsPinDoesNotHave_IsRefused_ButNotLostAtAnUpgrade) {
	fresh();
	wire::Configure floating = household();
	floating.inputs[0].pin = FakeMachine::WITHOUT_PULL_UP;
	Board board(POWER_ON);
	CHECK(strcmp(board.controls.accept(floating), "This pin has no pull-up.") == 0);
	floating.inputs[0].pull_up = false;
	CHECK(board.controls.accept(floating) == nullptr);

	// An older hub has put it into the config file.
	fresh();
	floating.inputs[0].pull_up = true;
	static wire::BoardConfig older;
	older = mooring_v2_BoardConfig_init_zero;
	older.has_configure = true;
	older.configure = floating;
	Listener listener;
	const Hal &hal = machine.hal(POWER_ON);
	Log log(hal);
	Controls upgraded(hal, crypto_of_tests(), listener, log);
	machine.outside[FakeMachine::WITHOUT_PULL_UP] = 1;
	upgraded.boot(&older, machine.now);
	CHECK(log.untold() != nullptr && strstr(log.untold()->text, "Input 1 has no pull-up") != nullptr);
	CHECK_EQUAL(machine.output[5], 0);
	CHECK(!machine.pulled_up[FakeMachine::WITHOUT_PULL_UP]);
	for (const Time until = machine.now + 100; machine.now < until; machine.now += 5) upgraded.step(machine.now);
	machine.outside[FakeMachine::WITHOUT_PULL_UP] = 0;
	for (const Time until = machine.now + 100; machine.now < until; machine.now += 5) upgraded.step(machine.now);
	CHECK_EQUAL(machine.output[5], 1);
}

TEST(Inputs, Motion_IsToldAtOnce_AndEndsWhenNothingHasMovedForItsHoldTime) {
	fresh();
	wire::Configure configure = household();
	wire::InputConfig &motion = configure.inputs[0];
	motion.mode = mooring_v2_InputMode_INPUT_MODE_FOLLOW;
	motion.kind = mooring_v2_InputKind_INPUT_KIND_MOTION;
	motion.active_low = motion.pull_up = false;
	motion.hold_ms = 10'000;
	Board board(POWER_ON);
	CHECK(board.controls.accept(configure) == nullptr);
	board.controls.apply(configure, machine.now);
	const auto run = [&](int level, Time ms) {
		machine.outside[motion.pin] = level;
		for (const Time until = machine.now + ms; machine.now < until; machine.now += 10) board.controls.step(machine.now);
	};
	run(0, 1'000);
	const int before = board.listener.inputs;
	run(1, 40);
	CHECK_EQUAL(board.listener.inputs, before + 1);
	CHECK_EQUAL(machine.output[5], 1);
	run(0, 9'900);
	CHECK_EQUAL(machine.output[5], 1);
	run(1, 40); // something moves again: the time begins anew
	run(0, 9'900);
	CHECK_EQUAL(machine.output[5], 1);
	CHECK_EQUAL(board.listener.inputs, before + 1);
	run(0, 200);
	CHECK_EQUAL(machine.output[5], 0);
	CHECK_EQUAL(board.listener.inputs, before + 2);
}

TEST(Inputs, Contact_IsToldBothWaysAfterItsDebounceTime_WithoutARelay) {
	fresh();
	wire::Configure configure = household();
	wire::InputConfig &contact = configure.inputs[0];
	contact.mode = mooring_v2_InputMode_INPUT_MODE_DETACHED;
	contact.kind = mooring_v2_InputKind_INPUT_KIND_CONTACT;
	contact.relay = 0;
	contact.hold_ms = 10'000; // counts for motion only
	configure.relays_count = 0;
	Board board(POWER_ON);
	CHECK(board.controls.accept(configure) == nullptr);
	board.controls.apply(configure, machine.now);
	machine.outside[contact.pin] = 1;
	board.run(100);
	int told = board.listener.inputs;
	for (const int level : {0, 1, 0, 1}) {
		machine.outside[contact.pin] = level;
		board.run(100);
		CHECK_EQUAL(board.listener.inputs, ++told);
	}
}

TEST(SafeMode, AfterFiveCrashesInARow_OnlyRelaysWork_UntilAConfigurationComes) {
	fresh();
	for (int crash = 1; crash < 5; crash++) {
		Board board(CRASH);
		CHECK(!board.controls.is_safe());
	}
	Board board(CRASH);
	CHECK(board.controls.is_safe());
	board.run(1'000);
	CHECK_EQUAL(board.listener.inputs, 0);
	CHECK_EQUAL(board.listener.readings, 0);
	wire::SetRelay on = mooring_v2_SetRelay_init_zero;
	on.relay = on.command_id = 1;
	on.on = true;
	board.controls.command(on, false, machine.now);
	CHECK_EQUAL(machine.output[5], 1);
	CHECK(board.controls.accept(household()) == nullptr);
	board.controls.apply(household(), machine.now);
	CHECK(!board.controls.is_safe());
	board.run(1'000);
	CHECK_EQUAL(board.listener.inputs, 1);
	CHECK_EQUAL(board.listener.readings, 1);
}

TEST(SafeMode, IsNotReached_WhereTheBoardRanForAMinute_OrWasRestarted) {
	fresh();
	for (int crash = 0; crash < 4; crash++) Board{CRASH};
	{
		Board board(CRASH);
		CHECK(board.controls.is_safe());
		board.run(61'000);
	}
	CHECK(!Board(CRASH).controls.is_safe());
	for (int crash = 0; crash < 3; crash++) Board{CRASH};
	Board{POWER_ON};
	CHECK(!Board(CRASH).controls.is_safe());
}

TEST(Controls, ChangeOfARelayThatComesUpAsItWas_IsWrittenAtOnce) {
	fresh();
	wire::Configure as_it_was = household();
	as_it_was.relays[0].power_on = mooring_v2_PowerOnState_POWER_ON_STATE_LAST;
	wire::SetRelay on = mooring_v2_SetRelay_init_zero;
	on.relay = on.command_id = 1;
	on.on = true;
	Board board(POWER_ON);
	board.controls.apply(as_it_was, machine.now);
	board.run(100);
	CHECK(board.controls.next_due(machine.now) > machine.now);
	board.controls.command(on, false, machine.now);
	CHECK_EQUAL(board.controls.next_due(machine.now), machine.now);
	board.controls.step(machine.now);
	CHECK(board.controls.next_due(machine.now) > machine.now);
	Memory kept(machine.hal(POWER_ON));
	kept.open();
	CHECK(kept.find(1) != nullptr);
}

TEST(Controls, OfAMachineThatKeepsItsPower_ComeUpAsTheyWere_AndAreWrittenWhenTheyChange) {
	fresh();
	machine.keeps_power = true;
	machine.set_unix(1'800'000'000'000);
	wire::SetRelay on = mooring_v2_SetRelay_init_zero;
	on.relay = on.command_id = 1;
	on.on = true;
	on.for_ms = 60'000;
	{
		Board board(POWER_ON);
		board.controls.command(on, false, machine.now);
		CHECK_EQUAL(board.controls.next_due(machine.now), machine.now);
		board.controls.step(machine.now);
	}
	machine.now += 20'000;
	Board again(POWER_ON);
	CHECK_EQUAL(machine.output[5], 1);
	again.run(39'000);
	CHECK_EQUAL(machine.output[5], 1);
	again.run(2'000);
	CHECK_EQUAL(machine.output[5], 0);
	machine.keeps_power = machine.knows_time = false;
}

TEST(Controls, WornOutFlash_StopsNoRelay_RefusesAConfiguration_AndIsToldOnce) {
	fresh();
	Board board(POWER_ON);
	board.run(100);
	machine.flash.worn_out = true;
	const char *why = board.controls.accept(household());
	CHECK(why != nullptr && strstr(why, "flash") != nullptr);
	wire::SetRelay on = mooring_v2_SetRelay_init_zero;
	on.relay = on.command_id = 1;
	on.on = true;
	board.controls.command(on, false, machine.now);
	CHECK_EQUAL(machine.output[5], 1);
	board.controls.keep_for_restart(machine.now);
	board.controls.keep_for_restart(machine.now);
	CHECK(board.log.untold() != nullptr);
	board.log.told();
	CHECK(board.log.untold() == nullptr);
	machine.flash.worn_out = false;
}

TEST(Controls, PowerLostAtEveryOperationOfAConfiguration_LeavesTheOldOneOrTheNew) {
	wire::Configure next = household();
	next.revision = 7;
	next.relays[0].pin = 14;
	for (int cut = 0;; cut++) {
		fresh();
		{
			Board board(POWER_ON);
			machine.flash.cut_after(cut);
			board.controls.accept(next);
		}
		const bool was_cut = machine.flash.is_cut();
		machine.flash.power_on();
		machine.unplug();
		Board again(POWER_ON);
		const bool is_new = again.controls.revision() == 7;
		CHECK_EQUAL(machine.output[14], is_new ? 0 : -1);
		CHECK_EQUAL(machine.output[5], is_new ? -1 : 0);
		CHECK_EQUAL(machine.flash.misuses, 0);
		if (!was_cut) CHECK(is_new);
		if (!was_cut || has_failed()) return;
	}
}

TEST(Controls, ConfigurationOfAnotherLife_DoesNotCount) {
	fresh();
	{
		Board board(POWER_ON);
		wire::Configure next = household();
		next.revision = 7;
		CHECK(board.controls.accept(next) == nullptr);
	}
	CHECK_EQUAL(Board(POWER_ON).controls.revision(), 7);
	Listener listener;
	Log log(machine.hal(POWER_ON));
	Controls flashed_anew(machine.hal(POWER_ON), crypto_of_tests(), listener, log);
	file = mooring_v2_BoardConfig_init_zero;
	file.configure = household();
	file.key_id[0] = 9;
	flashed_anew.boot(&file, machine.now);
	CHECK_EQUAL(flashed_anew.revision(), 0);
}

} // namespace mooring::test
