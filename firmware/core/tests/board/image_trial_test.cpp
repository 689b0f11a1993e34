#include "../../update/image_trial.h"

#include "../fakes/house.h"

// A new image has to prove itself.

namespace mooring::test {

TEST(ImageTrial, HubThatSpeaks_EndsIt_Once) {
	ImageTrial trial;
	CHECK(!trial.hub_has_spoken()); // there was none
	trial.begin(ImageTrial::MS, 5);
	CHECK(!trial.is_lost(5 + ImageTrial::MS - 1));
	CHECK(trial.hub_has_spoken());
	CHECK(!trial.hub_has_spoken());
	CHECK(!trial.is_lost(NEVER - 1));
}

TEST(ImageTrial, TimeThatRunsOut_LosesIt_Once) {
	ImageTrial trial;
	CHECK(!trial.is_lost(NEVER - 1));
	trial.begin(0, 0); // an image that has proven itself
	CHECK(!trial.is_lost(NEVER - 1));
	trial.begin(ImageTrial::MS, 5);
	CHECK(trial.is_lost(5 + ImageTrial::MS));
	CHECK(!trial.is_lost(6 + ImageTrial::MS));
	CHECK(!trial.hub_has_spoken());
}

TEST(Board, NewImageThatReachesTheHub_IsKept) {
	static House house;
	house.machine.image_trial_ms = ImageTrial::MS;
	house.power_on();
	CHECK(house.comes_up());
	CHECK_EQUAL(house.machine.kept_images, 1);
	house.run(2 * ImageTrial::MS);
	house.hub.close();
	CHECK(house.comes_up());
	CHECK_EQUAL(house.machine.kept_images, 1);
	CHECK_EQUAL(house.machine.older_images, 0);
}

TEST(Board, NewImageWhoseHubIsAway_GoesBackToTheOlderOne_WithItsRelaysAsTheyAre) {
	static House house;
	house.power_on();
	CHECK(house.comes_up());
	wire::FromHub command = message_of(mooring_v2_FromHub_set_relay_tag);
	command.message.set_relay = {1, true, 0, 5, 60'000};
	house.hub.send(command);
	house.hub.send(message_of(mooring_v2_FromHub_reboot_tag));
	CHECK(house.run_until([] { return house.machine.restarts == 1; }));
	house.hub.reachable = false;
	house.machine.image_trial_ms = ImageTrial::MS;
	house.power_on(mooring_v2_BootReason_BOOT_REASON_REBOOT);
	house.run(ImageTrial::MS - 1'000);
	CHECK_EQUAL(house.machine.older_images, 0);
	house.run(2'000);
	CHECK_EQUAL(house.machine.older_images, 1);
	CHECK_EQUAL(house.machine.kept_images, 0);
	CHECK(house.board->is_off());
	house.machine.image_trial_ms = 0;
	house.hub.reachable = true;
	house.power_on(mooring_v2_BootReason_BOOT_REASON_REBOOT);
	CHECK_EQUAL(house.machine.output[5], 1);
	CHECK(house.comes_back());
}

TEST(Board, NewImageThatTheHubRefuses_OrThatCannotReadItsConfigFile_GoesBack) {
	static House house;
	house.hub.silent = true;
	house.machine.image_trial_ms = ImageTrial::MS;
	house.power_on();
	house.run(ImageTrial::MS + 5'000);
	CHECK_EQUAL(house.machine.older_images, 1);
	static House other;
	other.machine.flash.put_config({reinterpret_cast<const uint8_t *>("MOOR\x63\0"), 6});
	other.machine.image_trial_ms = ImageTrial::MS;
	other.power_on();
	other.run(ImageTrial::MS + 1'000);
	CHECK_EQUAL(other.machine.older_images, 1);
}

TEST(Board, PlaysAnotherVersion_WhereItsMachineDoes) {
	static House house;
	house.machine.firmware = "9.9.9";
	house.power_on();
	CHECK(house.comes_up());
	CHECK(strcmp(house.hub.hello.firmware, "9.9.9") == 0);
}

} // namespace mooring::test
