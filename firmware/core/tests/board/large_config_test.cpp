#include "../fakes/house.h"

// A configuration that does not fit one frame, and so comes in parts.

namespace mooring::test {

namespace {

constexpr uint32_t PART_BYTES = sizeof(wire::ConfigurePart::data.bytes);
/** How many flash operations, or bytes on the line, later the next run is cut. */
constexpr int POWER_CUT_EVERY = ON_CHIP ? 97 : 1;
constexpr int LINK_CUT_EVERY = ON_CHIP ? 4'999 : 13;

/** Pins that two things may share in no configuration: every one is used once. */
constexpr uint8_t RELAY_PINS[MAX_RELAYS] = {5, 4, 14, 12, 13, 0, 2, 15, 3, 17, 18, 19, 21, 22, 23, 25};

constexpr uint8_t INPUT_PINS[MAX_INPUTS] = {1, 6, 7, 8, 9, 10, 11, 16, 20, 24, 26, 27, 28, 29, 30, 31};
constexpr uint8_t SENSOR_PINS[MAX_SENSORS] = {32, 33, 34, 35, 36, 37, 38, 39};

House &fresh() { return anew<House>(); }

/** As much as a board has room for, each value as long as it can be. */
wire::Configure full(uint32_t revision) {
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.revision = revision;
	configure.relays_count = MAX_RELAYS;
	configure.inputs_count = MAX_INPUTS;
	configure.sensors_count = MAX_SENSORS;
	configure.schedules_count = MAX_SCHEDULES;
	for (uint8_t i = 0; i < MAX_RELAYS; i++) {
		const uint8_t id = static_cast<uint8_t>(200 + i);
		configure.relays[i] = {id,
							   RELAY_PINS[i],
							   true,
							   mooring_v2_PowerOnState_POWER_ON_STATE_LAST,
							   UINT32_MAX - i,
							   UINT32_MAX,
							   200,
							   UINT32_MAX};
		wire::InputConfig &input = configure.inputs[i];
		input.id = id;
		input.pin = INPUT_PINS[i];
		input.mode = mooring_v2_InputMode_INPUT_MODE_DETACHED;
		input.relay = 200;
		input.active_low = true;
		input.pull_up = input.pin != FakeMachine::WITHOUT_PULL_UP;
		input.debounce_ms = UINT16_MAX;
	}
	for (uint8_t i = 0; i < MAX_SENSORS; i++) {
		wire::SensorConfig &sensor = configure.sensors[i];
		sensor.id = static_cast<uint8_t>(200 + i);
		sensor.type = mooring_v2_SensorType_SENSOR_TYPE_DS18B20;
		sensor.pin = SENSOR_PINS[i];
		sensor.calibration_count = 3;
		for (uint8_t j = 0; j < 3; j++) sensor.calibration[j] = {static_cast<uint8_t>(j + 1), -1.1f};
	}
	for (uint8_t i = 0; i < MAX_SCHEDULES; i++) {
		wire::ScheduleConfig &schedule = configure.schedules[i];
		schedule.id = static_cast<uint8_t>(200 + i);
		schedule.relay = configure.relays[i % MAX_RELAYS].id;
		schedule.weekdays = 0x7f;
		schedule.minutes = 1'439;
		schedule.for_ms = UINT32_MAX;
		schedule.when = mooring_v2_ScheduleWhen_SCHEDULE_WHEN_IN_VACATION;
		schedule.vary_minutes = 120;
		schedule.paused_until_minute = UINT32_MAX;
	}
	configure.has_wifi = configure.has_place = configure.has_hold = true;
	memset(configure.wifi.ssid, 's', sizeof configure.wifi.ssid - 1);
	memset(configure.wifi.password, 'f', sizeof configure.wifi.password - 1);
	strcpy(configure.place.time_zone, "CET-1CEST,M3.5.0,M10.5.0/3");
	configure.place.latitude = 52.5f;
	configure.hold = {UINT32_MAX, UINT32_MAX - 1, UINT32_MAX, 1};
	return configure;
}

/** The parts of a configuration, in their order. */
class Parts {
public:
	explicit Parts(const wire::Configure &configure) : revision_(configure.revision) {
		size_ = static_cast<uint32_t>(
			wire::encode(mooring_v2_Configure_fields, &configure, bytes_, sizeof bytes_));
		const Crypto &crypto = crypto_of_tests();
		Sha256 hash;
		crypto.sha256_begin(&hash);
		crypto.sha256_add(&hash, {bytes_, size_});
		crypto.sha256_end(&hash, sha256_);
	}
	uint32_t count() const { return (size_ + PART_BYTES - 1) / PART_BYTES; }
	wire::FromHub part(uint32_t index) const {
		wire::FromHub message = message_of(mooring_v2_FromHub_configure_part_tag);
		wire::ConfigurePart &part = message.message.configure_part;
		part.revision = revision_;
		part.size = size_;
		part.offset = index * PART_BYTES;
		memcpy(part.sha256, sha256_, sizeof sha256_);
		const uint32_t left = size_ - part.offset;
		part.data.size = static_cast<pb_size_t>(left < PART_BYTES ? left : PART_BYTES);
		memcpy(part.data.bytes, bytes_ + part.offset, part.data.size);
		return message;
	}
	void send(FakeHub *hub) const {
		hub->heard_count = 0; // it remembers no more than a few
		for (uint32_t i = 0; i < count(); i++) hub->send(part(i));
	}

private:
	uint32_t revision_, size_;
	uint8_t bytes_[mooring_v2_Configure_size], sha256_[32];
};

House &connected() {
	House &house = fresh();
	house.power_on();
	CHECK(house.comes_up());
	return house;
}

/** The answer to the last configuration; "?" if there is none. */
const char *answer(House &house, uint32_t revision) {
	house.run(100);
	const wire::FromDevice *applied = house.last(mooring_v2_FromDevice_config_applied_tag);
	if (applied == nullptr || applied->message.config_applied.revision != revision) return "?";
	return applied->message.config_applied.error;
}

} // namespace

TEST(LargeConfig, AsLargeAsTheCapacityThatABoardTells_ComesInParts_AndStays) {
	House &house = connected();
	CHECK(house.hub.hello.has_capacity);
	CHECK_EQUAL(house.hub.hello.capacity.relays, MAX_RELAYS);
	CHECK_EQUAL(house.hub.hello.capacity.inputs, MAX_INPUTS);
	CHECK_EQUAL(house.hub.hello.capacity.sensors, MAX_SENSORS);
	CHECK_EQUAL(house.hub.hello.capacity.schedules, MAX_SCHEDULES);
	CHECK(house.hub.hello.capacity.config_bytes >= mooring_v2_Configure_size);
	const Parts parts(full(7));
	CHECK(parts.count() >= 3); // one that is neither the first nor the last
	parts.send(&house.hub);
	CHECK(strcmp(answer(house, 7), "") == 0);
	for (uint8_t pin : RELAY_PINS) CHECK_EQUAL(house.machine.output[pin], 1);
	house.power_on();
	CHECK(house.comes_back());
	CHECK_EQUAL(house.hub.hello.config_revision, 7);
	for (uint8_t pin : RELAY_PINS) CHECK_EQUAL(house.machine.output[pin], 1);
	CHECK_EQUAL(house.machine.flash.misuses, 0);
}

TEST(LargeConfig, ThatCannotBe_IsRefusedWhole_AndTheOlderOneStays) {
	House &house = connected();
	wire::Configure shared = full(8);
	shared.relays[1].pin = shared.relays[0].pin;
	Parts(shared).send(&house.hub);
	CHECK(strstr(answer(house, 8), "pin") != nullptr);
	CHECK_EQUAL(house.machine.output[5], 0);
	house.power_on();
	CHECK(house.comes_back());
	CHECK_EQUAL(house.hub.hello.config_revision, 0);
	// The hub sends it again on every link: that does not wear the flash.
	house.run(1'000);
	Parts(shared).send(&house.hub);
	CHECK(strstr(answer(house, 8), "pin") != nullptr);
	house.run(1'000);
	const int operations = house.machine.flash.operations;
	for (int again = 0; again < 5; again++) {
		house.hub.close();
		CHECK(house.comes_back());
		house.hub.heard_count = 0;
		Parts(shared).send(&house.hub);
		CHECK(strstr(answer(house, 8), "pin") != nullptr);
	}
	CHECK_EQUAL(house.machine.flash.operations, operations);
	// The next one finds a place although that one lies in the flash.
	Parts(full(9)).send(&house.hub);
	CHECK(strcmp(answer(house, 9), "") == 0);
}

TEST(LargeConfig, WithAPartThatIsMissingOrOfAnotherOne_IsRefusedWhole) {
	House &house = connected();
	const Parts seven(full(7)), eight(full(8));
	house.hub.send(seven.part(1));
	CHECK(strstr(answer(house, 7), "missing") != nullptr);
	house.hub.send(seven.part(0));
	for (uint32_t i = 1; i < eight.count(); i++) house.hub.send(eight.part(i));
	CHECK(strstr(answer(house, 8), "damaged") != nullptr);
	house.hub.send(seven.part(0));
	house.hub.send(seven.part(0));
	eight.send(&house.hub);
	CHECK(strcmp(answer(house, 8), "") == 0);
	house.hub.send(seven.part(0));
	for (uint32_t i = 1; i < seven.count(); i++) {
		wire::FromHub damaged = seven.part(i);
		damaged.message.configure_part.data.bytes[3] ^= 1;
		house.hub.send(damaged);
	}
	CHECK(strstr(answer(house, 7), "damaged") != nullptr);
	wire::FromHub empty = seven.part(1);
	empty.message.configure_part.data.size = 0;
	house.hub.send(seven.part(0));
	house.hub.send(empty);
	CHECK(strstr(answer(house, 7), "missing") != nullptr);
	wire::FromHub huge = seven.part(0);
	huge.message.configure_part.size = ConfigStore::MAX_BYTES + 1;
	house.hub.send(huge);
	CHECK(strstr(answer(house, 7), "room") != nullptr);
	house.power_on();
	CHECK(house.comes_back());
	CHECK_EQUAL(house.hub.hello.config_revision, 8);
}

TEST(LargeConfig, WhosePartsComeOverTwoLinks_IsNotTaken) {
	House &house = connected();
	const Parts parts(full(7));
	house.hub.send(parts.part(0));
	house.run(100);
	house.hub.close();
	CHECK(house.comes_back());
	for (uint32_t i = 1; i < parts.count(); i++) house.hub.send(parts.part(i));
	CHECK(strstr(answer(house, 7), "missing") != nullptr);
	parts.send(&house.hub);
	CHECK(strcmp(answer(house, 7), "") == 0);
}

TEST(LargeConfig, OfOneFrame_InTheMiddleOfAnotherOnesParts_TakesItsPlace) {
	House &house = connected();
	const Parts parts(full(7));
	house.hub.send(parts.part(0));
	wire::FromHub small = message_of(mooring_v2_FromHub_configure_tag);
	small.message.configure.revision = 8;
	house.hub.send(small);
	CHECK(strcmp(answer(house, 8), "") == 0);
	for (uint32_t i = 1; i < parts.count(); i++) house.hub.send(parts.part(i));
	CHECK(strstr(answer(house, 7), "missing") != nullptr);
	house.power_on();
	CHECK(house.comes_back());
	CHECK_EQUAL(house.hub.hello.config_revision, 8);
}

TEST(LargeConfig, PowerLostAtEveryFlashOperation_LeavesTheOlderOrTheNewer) {
	for (int cut = 0;; cut += POWER_CUT_EVERY) {
		House &house = connected();
		// Both sectors have held one before.
		for (uint32_t older = 4; older < 7; older++) {
			Parts(full(older)).send(&house.hub);
			CHECK(strcmp(answer(house, older), "") == 0);
		}
		house.machine.flash.cut_after(cut);
		Parts(full(7)).send(&house.hub);
		house.run_until([&] { return house.machine.flash.is_cut(); }, 100);
		const bool was_cut = house.machine.flash.is_cut();
		const bool was_applied = strcmp(answer(house, 7), "") == 0;
		house.machine.flash.power_on();
		house.power_on();
		CHECK(house.comes_back());
		const uint32_t runs = house.hub.hello.config_revision;
		CHECK(runs == 7 || (runs == 6 && !was_applied));
		Parts(full(9)).send(&house.hub);
		CHECK(strcmp(answer(house, 9), "") == 0);
		CHECK_EQUAL(house.machine.flash.misuses, 0);
		if (!was_cut || has_failed()) {
			CHECK(cut > 10);
			return;
		}
	}
}

TEST(LargeConfig, LinkCutAtEveryPlace_LeavesTheOlderOrTheNewer) {
	for (int cut = 0;; cut += LINK_CUT_EVERY) {
		House &house = connected();
		house.hub.cut_after(cut);
		Parts(full(7)).send(&house.hub);
		house.run_until([&] { return house.hub.was_cut(); }, 100);
		const bool was_cut = house.hub.was_cut();
		house.hub.cut_after(FakeHub::NEVER_CUT);
		if (was_cut) CHECK(house.comes_back());
		CHECK(house.hub.hello.config_revision == 0 || house.hub.hello.config_revision == 7);
		Parts(full(9)).send(&house.hub);
		CHECK(strcmp(answer(house, 9), "") == 0);
		if (!was_cut || has_failed()) {
			CHECK(cut > 1'000);
			return;
		}
	}
}

TEST(LargeConfig, OfAFullBoard_IsReportedWholeAtTheStartOfASession_OverASlowNetwork) {
	House &house = connected();
	for (size_t i = 0; i < MAX_READINGS; i++)
		house.machine.readings[i] = {static_cast<wire::Unit>(mooring_v2_Unit_UNIT_CELSIUS + i), 20.5f};
	house.machine.reading_count = MAX_READINGS;
	Parts(full(7)).send(&house.hub);
	CHECK(strcmp(answer(house, 7), "") == 0);
	house.run(UINT16_MAX + 5'000); // the inputs are known after their debounce time
	// The least that an ESP8266's TCP takes before it has an answer.
	house.hub.window = 1'072;
	const int before = house.hub.sessions;
	house.hub.close();
	house.hub.heard_count = 0;
	CHECK(house.comes_back());
	house.run(1'000);
	CHECK_EQUAL(house.hub.sessions, before + 1);
	CHECK_EQUAL(house.hub.heard_count, 1 + MAX_RELAYS + MAX_INPUTS + MAX_SENSORS * MAX_READINGS);
}

TEST(LargeConfig, OfAFlashThatIsWornOut_IsRefusedInWords) {
	House &house = connected();
	house.machine.flash.worn_out = true;
	Parts(full(7)).send(&house.hub);
	CHECK(strstr(answer(house, 7), "flash") != nullptr);
}

} // namespace mooring::test
