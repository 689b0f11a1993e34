#include "../fakes/cable.h"

// Somebody with a cable gives a board its Wi-Fi.

namespace mooring::test {

namespace {

constexpr int POWER_CUT_EVERY = ON_CHIP ? 3 : 1;
Cable &fresh(const wire::WifiConfig &of_file = NO_WIFI) { return anew<Cable>(of_file); }

} // namespace

TEST(SerialSetup, BoardWithAWrongPassword_GetsTheRightOne_ReachesItsHub_AndKeepsIt) {
	Cable &cable = fresh(network("home", "wrong one"));
	cable.power_on();
	cable.run(5'000);
	CHECK(cable.machine.serial.has_said("Wi-Fi home: wrong password"));
	CHECK_EQUAL(cable.hub.connects, 0);
	cable.gives("home", PASSWORD);
	CHECK(cable.hears_state(ImprovState::Provisioned));
	CHECK(cable.hears_result(ImprovCommand::SendWifi));
	CHECK(cable.reply.has(0, "http://hub:8080/"));
	CHECK(cable.comes_up());
	CHECK(!cable.machine.serial.has_said(PASSWORD));
	const int before = cable.machine.radio.joins;
	cable.power_on();
	CHECK(cable.comes_back());
	CHECK_EQUAL(cable.machine.radio.joins, before + 1); // the network that was given comes first
	CHECK_EQUAL(cable.machine.flash.misuses, 0);
}

TEST(SerialSetup, NetworkThatDoesNotWork_IsAnsweredSo_NotKept_AndTheOldOneGoesOn) {
	const Request wrong[] = {Request("home", "wrong one"), Request("nowhere", "")};
	for (const Request &request : wrong) {
		Cable &cable = fresh(network("home", PASSWORD));
		cable.power_on();
		CHECK(cable.comes_up());
		cable.ask(request);
		CHECK(cable.hears_error(ImprovError::None));
		CHECK(cable.hears_state(ImprovState::Provisioning));
		CHECK(cable.hub.state() == Tcp::Closed);
		CHECK(cable.hears_error(ImprovError::UnableToConnect));
		CHECK(cable.hears_state(ImprovState::Authorized));
		CHECK(cable.hears_state(ImprovState::Provisioned)); // on its old one
		CHECK(cable.comes_back());
		const int before = cable.machine.radio.joins;
		cable.power_on();
		CHECK(cable.comes_back());
		CHECK_EQUAL(cable.machine.radio.joins, before + 1);
	}
}

TEST(SerialSetup, NetworkWhoseRadioNeverAnswers_IsGivenUp_InTheTimeOfAClient) {
	Cable &cable = fresh();
	cable.power_on();
	cable.machine.radio.falls_silent = true;
	cable.gives("home", PASSWORD);
	const Time asked = cable.machine.now;
	CHECK(cable.hears_error(ImprovError::UnableToConnect));
	CHECK(cable.machine.now - asked >= Wifi::TRIAL_MS - 1'000 && cable.machine.now - asked < 30'000);
}

TEST(SerialSetup, NetworkThatWorks_ComesFirstFromThenOn) {
	Cable &cable = fresh(network("home", PASSWORD));
	cable.machine.radio.put_up("garden", "");
	cable.power_on();
	CHECK(cable.comes_up());
	cable.gives("garden", "");
	CHECK(cable.hears_state(ImprovState::Provisioned));
	CHECK(cable.comes_back());
	cable.power_on();
	CHECK(cable.comes_back());
	CHECK(cable.is_on("garden"));
	cable.machine.radio.take_down("garden");
	CHECK(cable.comes_on("home"));
}

TEST(SerialSetup, NetworkThatWorks_IsComeBackTo_WithoutARestart) {
	Cable &cable = fresh();
	cable.power_on();
	cable.gives("home", PASSWORD);
	CHECK(cable.hears_state(ImprovState::Provisioned));
	cable.machine.radio.take_down("home");
	CHECK(cable.run_until([&] { return !cable.is_on("home"); }));
	cable.run(1'000);
	cable.machine.radio.put_up("home", PASSWORD);
	CHECK(cable.comes_on("home"));
}

TEST(SerialSetup, BoardThatWasLooking_GoesOnAtOnce_AfterANetworkThatDoesNotWork_AndAfterAScan) {
	Cable &cable = fresh(network("home", PASSWORD));
	cable.power_on();
	cable.run(STEP_MS);
	cable.gives("nowhere", "");
	CHECK(cable.hears_error(ImprovError::UnableToConnect));
	cable.run(FakeRadio::JOINING_MS + 500);
	CHECK(cable.is_on("home"));
	cable.power_on();
	cable.run(STEP_MS);
	cable.ask(Request(ImprovCommand::RequestNetworks));
	cable.run(FakeRadio::SCANNING_MS + FakeRadio::JOINING_MS + 500);
	CHECK(cable.is_on("home"));
}

TEST(SerialSetup, PowerLostAtEveryFlashOperationOfKeepingIt_LeavesTheOldOneOrTheNew) {
	for (int cut = 0;; cut += POWER_CUT_EVERY) {
		Cable &cable = fresh(network("home", PASSWORD));
		cable.machine.radio.put_up("old", "old secret");
		cable.machine.radio.put_up("new", "new secret");
		cable.power_on();
		CHECK(cable.comes_up());
		cable.gives("old", "old secret");
		CHECK(cable.hears_state(ImprovState::Provisioned));
		CHECK(cable.comes_back());
		cable.machine.flash.cut_after(cut);
		cable.gives("new", "new secret");
		cable.run_until([&] { return cable.machine.flash.is_cut() || cable.is_on("new"); });
		cable.run(1'000);
		const bool was_cut = cable.machine.flash.is_cut();
		cable.machine.flash.power_on();
		cable.power_on();
		CHECK(cable.run_until([&] { return cable.is_on("old") || cable.is_on("new"); }));
		CHECK(was_cut || cable.is_on("new"));
		CHECK(cable.comes_back());
		cable.gives("home", PASSWORD);
		CHECK(cable.hears_state(ImprovState::Provisioned));
		cable.power_on();
		CHECK(cable.comes_on("home"));
		CHECK_EQUAL(cable.machine.flash.misuses, 0);
		if (!was_cut || has_failed()) {
			CHECK(cut > 2);
			return;
		}
	}
}

TEST(SerialSetup, FlashThatIsWornOut_StopsNoSetUp_AndIsTold) {
	Cable &cable = fresh();
	cable.power_on();
	cable.machine.flash.worn_out = true;
	cable.gives("home", PASSWORD);
	CHECK(cable.hears_state(ImprovState::Provisioned));
	CHECK(cable.machine.serial.has_said("The flash does not take the Wi-Fi home"));
}

TEST(SerialSetup, BoardThatIsFlashedWithAnotherConfigFile_ForgetsIt) {
	Cable &cable = fresh();
	cable.power_on();
	cable.gives("home", PASSWORD);
	CHECK(cable.hears_state(ImprovState::Provisioned));
	cable.power_off();
	constexpr KeyId id = {7, 7};
	constexpr Key key = {8, 8};
	cable.flash_config(id, key);
	const int before = cable.machine.radio.joins;
	cable.power_on();
	cable.run(5'000);
	CHECK_EQUAL(cable.machine.radio.joins, before);
}

TEST(SerialSetup, BoardThatWasNeverProvisioned_AnswersAndListens_ButTakesNoWifi) {
	Cable &cable = fresh();
	cable.machine.flash.make_new();
	cable.power_on();
	cable.ask(Request(ImprovCommand::RequestInfo));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_result(ImprovCommand::RequestInfo));
	CHECK_EQUAL(cable.reply.count(), 4);
	CHECK(cable.reply.has(0, "Mooring"));
	CHECK(cable.reply.has(1, FIRMWARE_VERSION));
	CHECK(cable.reply.has(2, "fake"));
	CHECK(cable.reply.has(3, "ESP_A4CF12B3D09E"));
	cable.ask(Request(ImprovCommand::RequestState));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_state(ImprovState::Authorized));
	CHECK(!cable.hears(1'000));
	cable.ask(Request(ImprovCommand::RequestNetworks));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_result(ImprovCommand::RequestNetworks));
	CHECK(cable.reply.has(0, "home"));
	cable.ask(Request("home", PASSWORD));
	CHECK(cable.hears_error(ImprovError::Unknown));
	CHECK(cable.machine.serial.has_said("takes no Wi-Fi"));
	CHECK_EQUAL(cable.machine.radio.joins, 0);
}

TEST(SerialSetup, BoardWithoutARadio_IsWhereItIs) {
	Cable &cable = fresh();
	cable.machine.radio.is_there = false;
	cable.power_on();
	CHECK(cable.comes_up());
	cable.ask(Request(ImprovCommand::RequestState));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_state(ImprovState::Provisioned));
	CHECK(cable.hears_result(ImprovCommand::RequestState));
	CHECK(cable.reply.has(0, "http://hub:8080/"));
	cable.ask(Request(ImprovCommand::RequestNetworks));
	CHECK(cable.hears_error(ImprovError::None));
	CHECK(cable.hears_result(ImprovCommand::RequestNetworks));
	CHECK_EQUAL(cable.reply.count(), 0);
	cable.ask(Request("home", PASSWORD));
	CHECK(cable.hears_error(ImprovError::Unknown));
	CHECK(cable.hub.is_settled());
}

} // namespace mooring::test
