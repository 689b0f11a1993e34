#include "../fakes/house.h"

// The whole board and its hub.

namespace mooring::test {

namespace {

House &fresh() { return anew<House>(); }

} // namespace

TEST(Board, Registers_IsClaimed_AndComesBackWithItsKey) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	CHECK_EQUAL(house.hub.sessions, 2);
	CHECK(strcmp(house.hub.hello.device_id, "ESP_A4CF12B3D09E") == 0);
	CHECK(strcmp(house.hub.hello.board, "d1-mini") == 0);
	CHECK_EQUAL(house.hub.heard[0].which_message, mooring_v2_FromDevice_beat_tag);
	CHECK_EQUAL(house.hub.heard[1].which_message, mooring_v2_FromDevice_relay_state_tag);
	house.power_on();
	house.run(2'000);
	CHECK_EQUAL(house.hub.sessions, 3);
	CHECK_EQUAL(house.hub.refusals, 0);
	CHECK_EQUAL(house.hub.hello.boot_count, 2);
}

TEST(Board, RefusedByAll_KeepsItsKeys_AndTriesMoreAndMoreSlowly) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	house.hub.forget_device();
	house.power_on();
	house.run(30'000);
	const int first = house.hub.connects;
	house.run(600'000);
	const int then = house.hub.connects - first;
	CHECK(then >= 1 && then < 12);
	CHECK(strstr(house.machine.last_log, "refused (4404)") != nullptr);
	CHECK_EQUAL(house.machine.output[5], 0);
}

TEST(Board, HubThatIsAway_IsTriedForEver_WithoutARestart) {
	House &house = fresh();
	house.hub.reachable = false;
	house.power_on();
	house.run(600'000);
	CHECK_EQUAL(house.machine.restarts, 0);
	house.hub.reachable = true;
	CHECK(house.comes_up());
}

TEST(Board, HubThatFallsSilent_IsLeft) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	house.hub.silent = true;
	const int before = house.hub.connects;
	house.run(40'000);
	CHECK(house.hub.connects > before);
	house.hub.silent = false;
	const int sessions = house.hub.sessions;
	CHECK(house.run_until([&] { return house.hub.sessions > sessions; }));
}

TEST(Board, HubThatNeverAnswersTheUpgrade_IsLeftAfterTwelveSeconds) {
	House &house = fresh();
	house.hub.silent = true;
	house.power_on();
	house.run(11'000);
	CHECK_EQUAL(house.hub.connects, 1);
	house.run(4'000);
	CHECK(house.hub.connects > 1);
}

TEST(Board, Command_IsAnswered_AndALateOneIsNotDone) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	wire::FromHub command = message_of(mooring_v2_FromHub_set_relay_tag);
	command.message.set_relay = {1, true, 0, 77, 60'000};
	house.hub.send(command);
	house.run(50);
	const wire::FromDevice *answer = house.last(mooring_v2_FromDevice_relay_state_tag);
	CHECK(answer != nullptr && answer->message.relay_state.command_id == 77 && answer->message.relay_state.on);
	CHECK_EQUAL(house.machine.output[5], 1);
	command.message.set_relay = {1, false, 0, 78, 1};
	house.hub.send(command);
	house.run(50);
	answer = house.last(mooring_v2_FromDevice_relay_state_tag);
	CHECK(answer->message.relay_state.command_id == 78 && answer->message.relay_state.on);
	CHECK_EQUAL(house.machine.output[5], 1);
}

TEST(Board, Configuration_IsAppliedAndToldSo_OrRefusedWithAReason) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	wire::FromHub message = message_of(mooring_v2_FromHub_configure_tag);
	wire::Configure &configure = message.message.configure;
	configure.revision = 3;
	configure.relays_count = 1;
	configure.relays[0].id = 1;
	configure.relays[0].pin = 14;
	house.hub.send(message);
	house.run(50);
	const wire::FromDevice *applied = house.last(mooring_v2_FromDevice_config_applied_tag);
	CHECK(applied != nullptr && applied->message.config_applied.revision == 3);
	CHECK(applied != nullptr && applied->message.config_applied.error[0] == '\0');
	CHECK_EQUAL(house.machine.output[14], 0);
	configure.revision = 4;
	configure.relays[0].pin = 99;
	house.hub.send(message);
	house.run(50);
	applied = house.last(mooring_v2_FromDevice_config_applied_tag);
	CHECK_EQUAL(applied->message.config_applied.revision, 4);
	CHECK(strstr(applied->message.config_applied.error, "pin") != nullptr);
	house.power_on();
	house.run(2'000);
	CHECK_EQUAL(house.hub.hello.config_revision, 3);
	CHECK_EQUAL(house.machine.output[14], 0);
}

TEST(Board, Reboot_SaysGoodbye_ClosesAndRestartsOnce_WithItsRelayAsItWas) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	wire::FromHub command = message_of(mooring_v2_FromHub_set_relay_tag);
	command.message.set_relay = {1, true, 0, 5, 60'000};
	house.hub.send(command);
	house.hub.send(message_of(mooring_v2_FromHub_reboot_tag));
	house.run(3'000);
	CHECK_EQUAL(house.machine.restarts, 1);
	const wire::FromDevice *goodbye = house.last(mooring_v2_FromDevice_goodbye_tag);
	CHECK(goodbye != nullptr && goodbye->message.goodbye.reason == mooring_v2_GoodbyeReason_GOODBYE_REASON_REBOOT);
	house.power_on(mooring_v2_BootReason_BOOT_REASON_REBOOT);
	CHECK_EQUAL(house.machine.output[5], 1);
}

TEST(Board, Update_GoesOverTheLink_AndRestartsIt) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	static uint8_t image[5'000];
	Random(4).fill(image, sizeof image);
	wire::FromHub begin = message_of(mooring_v2_FromHub_ota_begin_tag);
	begin.message.ota_begin.size = sizeof image;
	Sha256 hash;
	crypto_of_tests().sha256_begin(&hash);
	crypto_of_tests().sha256_add(&hash, {image, sizeof image});
	crypto_of_tests().sha256_end(&hash, begin.message.ota_begin.sha256);
	house.hub.send(begin);
	for (uint32_t offset = 0; offset < sizeof image;) {
		house.run(20);
		const wire::FromDevice *progress = house.last(mooring_v2_FromDevice_ota_progress_tag);
		CHECK(progress != nullptr && progress->message.ota_progress.next_offset == offset);
		wire::FromHub chunk = message_of(mooring_v2_FromHub_ota_chunk_tag);
		const uint32_t size = sizeof image - offset < 960 ? static_cast<uint32_t>(sizeof image) - offset : 960;
		chunk.message.ota_chunk.offset = offset;
		chunk.message.ota_chunk.data.size = static_cast<pb_size_t>(size);
		memcpy(chunk.message.ota_chunk.data.bytes, image + offset, size);
		house.hub.send(chunk);
		offset += size;
		if (has_failed()) return;
	}
	house.run(20);
	house.hub.send(message_of(mooring_v2_FromHub_ota_end_tag));
	house.run(3'000);
	const wire::FromDevice *progress = house.last(mooring_v2_FromDevice_ota_progress_tag);
	CHECK(progress->message.ota_progress.done);
	CHECK_EQUAL(house.machine.switched_image, sizeof image);
	CHECK_EQUAL(house.machine.restarts, 1);
}

TEST(Board, ShutDown_SaysGoodbye) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	house.board->shut_down();
	CHECK(house.run_until([&] { return house.board->is_off(); }, 3'000));
	const wire::FromDevice *goodbye = house.last(mooring_v2_FromDevice_goodbye_tag);
	CHECK(goodbye != nullptr && goodbye->message.goodbye.reason == mooring_v2_GoodbyeReason_GOODBYE_REASON_SHUTDOWN);
	CHECK_EQUAL(house.machine.restarts, 0);
}

TEST(Board, ThatIsWoken_DoesAllInTime_AndSleepsInBetween) {
	House &house = fresh();
	house.sleeps = true;
	house.power_on();
	CHECK(house.comes_up());
	wire::FromHub pace = message_of(mooring_v2_FromHub_pace_tag);
	pace.message.pace.beat_ms = 60'000;
	house.hub.send(pace);
	wire::FromHub command = message_of(mooring_v2_FromHub_set_relay_tag);
	command.message.set_relay = {1, true, 30'000, 77, 3'600'000};
	house.hub.send(command);
	house.run(100);
	CHECK_EQUAL(house.machine.output[5], 1);
	const int steps = house.steps;
	house.run(29'800);
	CHECK_EQUAL(house.machine.output[5], 1);
	house.run(200);
	CHECK_EQUAL(house.machine.output[5], 0);
	// Pings, their answers, and the end of the countdown.
	CHECK(house.steps - steps < 10);
	// A hub that is gone is missed all the same.
	house.hub.silent = true;
	const int sessions = house.hub.sessions;
	house.run(61'000);
	house.hub.silent = false;
	CHECK(house.run_until([&] { return house.hub.sessions > sessions; }));
	house.board->shut_down();
	CHECK(house.run_until([&] { return house.board->is_off(); }, 3'000));
	house.sleeps = false;
}

TEST(Board, WarningsReachTheHub_WhenThereIsOne) {
	House &house = fresh();
	for (int crash = 0; crash < 5; crash++) house.power_on(mooring_v2_BootReason_BOOT_REASON_CRASH);
	CHECK(house.comes_up());
	CHECK(house.run_until([&] { return house.last(mooring_v2_FromDevice_log_tag) != nullptr; }, 3'000));
	const wire::FromDevice *log = house.last(mooring_v2_FromDevice_log_tag);
	CHECK(log != nullptr && strstr(log->message.log.text, "crashes in a row") != nullptr);
}

TEST(Board, AHundredInOneProcess_LiveSideBySide) {
	constexpr uint8_t COUNT = ON_CHIP ? 3 : 100;
	alignas(House) static uint8_t memory[COUNT][sizeof(House)];
	House *houses[COUNT];
	for (uint8_t number = 0; number < COUNT; number++) {
		houses[number] = new (memory[number]) House(number);
		houses[number]->power_on();
	}
	for (Time now = 0; now < 3'000; now += STEP_MS)
		for (House *house : houses) house->step();
	for (uint8_t number = 0; number < COUNT; number++) {
		CHECK(houses[number]->is_up());
		CHECK_EQUAL(houses[number]->hub.sessions, 2);
		houses[number]->~House();
	}
}

TEST(Board, OfAnotherConfigFile_BeginsItsLifeAnew) {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	house.power_off();
	constexpr KeyId id = {7, 7};
	constexpr Key key = {8, 8};
	house.flash_config(id, key);
	house.hub.~FakeHub();
	new (&house.hub) FakeHub(crypto_of_tests());
	house.hub.expect_board(id, key);
	house.power_on();
	CHECK(house.comes_up());
	CHECK_EQUAL(house.hub.refusals, 0);
}

} // namespace mooring::test
