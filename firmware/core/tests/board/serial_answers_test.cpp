#include "../fakes/cable.h"

// What a board answers over its cable, and what it refuses.

namespace mooring::test {

namespace {

Cable &fresh(const wire::WifiConfig &of_file = NO_WIFI) { return anew<Cable>(of_file); }

} // namespace

TEST(SerialSetup, Networks_AreToldOneByOne_AndTheBoardGoesOnToJoinItsOwn) {
	Cable &cable = fresh(network("home", "wrong one"));
	cable.machine.radio.put_up("garden", "");
	cable.machine.radio.put_up("", "hidden");
	cable.power_on();
	cable.run(100);
	cable.ask(Request(ImprovCommand::RequestNetworks));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_result(ImprovCommand::RequestNetworks));
	CHECK(cable.reply.has(0, "home") && cable.reply.has(1, "-40") && cable.reply.has(2, "YES"));
	CHECK(cable.hears_result(ImprovCommand::RequestNetworks));
	CHECK(cable.reply.has(0, "garden") && cable.reply.has(1, "-41") && cable.reply.has(2, "NO"));
	CHECK(cable.hears_result(ImprovCommand::RequestNetworks));
	CHECK_EQUAL(cable.reply.count(), 0);
	cable.machine.radio.put_up("home", "wrong one"); // which it has
	CHECK(cable.comes_up());
}

TEST(SerialSetup, ScanThatNeverEnds_IsEnded) {
	Cable &cable = fresh(network("home", PASSWORD));
	cable.machine.radio.hangs = true;
	cable.power_on();
	cable.run(100);
	cable.ask(Request(ImprovCommand::RequestNetworks));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_result(ImprovCommand::RequestNetworks));
	CHECK_EQUAL(cable.reply.count(), 0);
	CHECK(cable.comes_up());
}

TEST(SerialSetup, NewerCommand_TakesThePlaceOfOlderAnswers) {
	Cable &cable = fresh(network("home", PASSWORD));
	cable.power_on();
	cable.ask(Request(ImprovCommand::RequestNetworks));
	CHECK(cable.hears_error(ImprovError::None));
	cable.ask(Request(ImprovCommand::RequestInfo));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_result(ImprovCommand::RequestInfo));
	cable.ask(Request(ImprovCommand::RequestNetworks));
	cable.gives("home", PASSWORD);
	CHECK(cable.hears_state(ImprovState::Provisioned));
	CHECK(cable.hears_result(ImprovCommand::SendWifi));
	CHECK(!cable.hears(5'000));
}

TEST(SerialSetup, WhatIsNoCommand_IsToldSo_AndDisturbsNoRelay) {
	Cable &cable = fresh();
	cable.power_on();
	cable.ask(Request(6, {nullptr, 0}));
	CHECK(cable.hears_error(ImprovError::UnknownCommand));
	Request damaged(ImprovCommand::RequestState);
	damaged.bytes[damaged.size - 2]++;
	cable.ask(damaged);
	CHECK(cable.hears_error(ImprovError::InvalidPacket));
	cable.ask(Request("", "nameless"));
	CHECK(cable.hears_error(ImprovError::InvalidPacket));
	cable.ask(Request(ImprovCommand::RequestState));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK_EQUAL(cable.machine.output[5], 0);
}

TEST(SerialSetup, HalfAPacket_IsForgottenAfterAWhile) {
	Cable &cable = fresh();
	cable.power_on();
	const Request half("home", "never to its end");
	cable.machine.serial.hear({half.bytes, 20});
	cable.run(1'000);
	cable.ask(Request(ImprovCommand::RequestState));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_state(ImprovState::Authorized));
}

TEST(SerialSetup, LineWithoutRoom_GetsItsAnswersLater_Whole) {
	Cable &cable = fresh();
	cable.power_on();
	cable.machine.serial.has_room = false;
	cable.ask(Request(ImprovCommand::RequestInfo));
	CHECK(!cable.hears(5'000));
	cable.machine.serial.has_room = true;
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_result(ImprovCommand::RequestInfo));
	CHECK_EQUAL(cable.machine.serial.misuses, 0);
}

TEST(SerialSetup, NobodyWhoAsks_IsToldNothing_AndWhoHasAskedEveryChange) {
	Cable &cable = fresh(network("home", PASSWORD));
	cable.power_on();
	CHECK(cable.comes_up());
	CHECK(!cable.hears(0));
	cable.ask(Request(ImprovCommand::RequestState));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_state(ImprovState::Provisioned));
	CHECK(cable.hears_result(ImprovCommand::RequestState));
	cable.machine.radio.take_down("home");
	CHECK(cable.hears_state(ImprovState::Authorized));
	cable.machine.radio.put_up("home", PASSWORD);
	CHECK(cable.hears_state(ImprovState::Provisioned));
}

} // namespace mooring::test
