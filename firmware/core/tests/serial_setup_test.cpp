#include "house.h"
#include "improv_client.h"

// Somebody with a cable gives a board its Wi-Fi.

namespace mooring::test {

namespace {

constexpr int POWER_CUT_EVERY = ON_CHIP ? 3 : 1;
constexpr char PASSWORD[] = "right one";

wire::WifiConfig network(const char *ssid, const char *password) {
	wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
	strcpy(network.ssid, ssid);
	strcpy(network.password, password);
	return network;
}

/** A board in a house whose Wi-Fi is "home", and what is said over its cable. */
struct Cable : House {
	explicit Cable(const wire::WifiConfig &of_file = NO_WIFI) {
		machine.radio.is_there = true;
		machine.radio.put_up("home", PASSWORD);
		flash_config(REGISTRATION_ID, REGISTRATION_KEY, of_file);
	}

	void ask(const Request &request) {
		machine.serial.forget();
		at = 0;
		machine.serial.hear(request.all());
	}
	/** The next packet, waited for. */
	bool hears(Time ms = 30'000) {
		return run_until([this] { return next_reply(machine.serial.said(), &at, &reply); }, ms);
	}
	bool hears_state(ImprovState state) {
		return hears() && reply.type == Reply::STATE && reply.value == static_cast<uint8_t>(state);
	}
	bool hears_error(ImprovError error) {
		return hears() && reply.type == Reply::ERROR && reply.value == static_cast<uint8_t>(error);
	}
	bool hears_result(ImprovCommand command) {
		return hears() && reply.type == Reply::RESULT && reply.value == static_cast<uint8_t>(command);
	}
	/** From the beginning to its network, whatever that is. */
	void gives(const char *ssid, const char *password) {
		ask(Request(ssid, password));
		CHECK(hears_error(ImprovError::None));
		CHECK(hears_state(ImprovState::Provisioning));
	}
	bool is_on(const char *ssid) {
		return machine.radio.state(machine.now) == WifiState::Joined && strcmp(machine.radio.asked().ssid, ssid) == 0;
	}
	bool comes_on(const char *ssid) {
		return run_until([&] { return is_on(ssid); });
	}

	size_t at = 0;
	Reply reply{};
};

Cable &fresh(const wire::WifiConfig &of_file = NO_WIFI) {
	alignas(Cable) static uint8_t memory[sizeof(Cable)];
	static Cable *cable = nullptr;
	if (cable != nullptr) cable->~Cable();
	cable = new (memory) Cable(of_file);
	return *cable;
}

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
	CHECK_EQUAL(cable.machine.radio.joins, before + 1); // the one that was given is the first
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
