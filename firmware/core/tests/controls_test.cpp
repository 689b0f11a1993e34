#include "../controls.h"

#include <cmath>
#include <new>

#include "../board_file.h"
#include "../crc32.h"
#include "../why_impossible.h"
#include "fake_machine.h"

namespace mooring::test {

namespace {

class Listener final : public Teller {
public:
	void tell(const wire::RelayState &) override {}
	void tell(const wire::InputState &) override { inputs++; }
	void tell(const wire::SensorReading &reading) override {
		readings++;
		latest = reading;
	}
	int inputs = 0, readings = 0;
	wire::SensorReading latest;
};

constexpr wire::BootReason POWER_ON = mooring_v2_BootReason_BOOT_REASON_POWER_ON,
						   CRASH = mooring_v2_BootReason_BOOT_REASON_CRASH;

FakeMachine machine;
wire::BoardConfig file;

wire::SensorConfig thermometer(float offset) {
	wire::SensorConfig sensor = mooring_v2_SensorConfig_init_zero;
	sensor.id = 1;
	sensor.type = mooring_v2_SensorType_SENSOR_TYPE_DS18B20;
	sensor.pin = 4;
	sensor.calibration_count = 1;
	sensor.calibration[0] = {mooring_v2_Unit_UNIT_CELSIUS, offset};
	return sensor;
}

void measures(float celsius) {
	machine.readings[0] = {mooring_v2_Unit_UNIT_CELSIUS, celsius};
	machine.reading_count = 1;
}

/** One relay, one switch that toggles it, one thermometer. */
wire::Configure household() {
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.relays_count = configure.inputs_count = configure.sensors_count = 1;
	configure.relays[0].id = 1;
	configure.relays[0].pin = 5;
	configure.inputs[0].id = 1;
	configure.inputs[0].pin = 12;
	configure.inputs[0].mode = mooring_v2_InputMode_INPUT_MODE_TOGGLE;
	configure.inputs[0].relay = 1;
	configure.inputs[0].pull_up = configure.inputs[0].active_low = true;
	configure.inputs[0].debounce_ms = 30;
	configure.sensors[0] = thermometer(0);
	return configure;
}

struct Board {
	explicit Board(wire::BootReason reason) : hal(machine.hal(reason)), log(hal), controls(hal, listener, log) {
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

void fresh() {
	machine.flash.make_new();
	machine.unplug();
	measures(20);
}

} // namespace

TEST(Sensors, TellWhatMoved_AndAtLeastEveryMinute_Calibrated) {
	fresh();
	Listener listener;
	Sensors sensors(machine.hal(POWER_ON), listener);
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.sensors_count = 1;
	configure.sensors[0] = thermometer(-1.5f);
	sensors.configure(configure, 0);
	measures(20);
	sensors.step(0);
	CHECK_EQUAL(listener.readings, 1);
	CHECK(std::fabs(listener.latest.value - 18.5f) < 0.001f);
	measures(20.05f);
	sensors.step(5'000);
	CHECK_EQUAL(listener.readings, 1);
	measures(20.11f);
	sensors.step(10'000);
	CHECK_EQUAL(listener.readings, 2);
	for (Time now = 15'000; now < 70'000; now += 5'000) sensors.step(now);
	CHECK_EQUAL(listener.readings, 2);
	sensors.step(70'000);
	CHECK_EQUAL(listener.readings, 3);
}

TEST(Sensors, HumidityStaysBetween0And100_WhateverItsCalibrationAdds) {
	fresh();
	for (const float offset : {20.f, -20.f}) {
		Listener listener;
		Sensors sensors(machine.hal(POWER_ON), listener);
		wire::Configure configure = mooring_v2_Configure_init_zero;
		configure.sensors_count = 1;
		configure.sensors[0] = thermometer(offset);
		configure.sensors[0].calibration[0].unit = mooring_v2_Unit_UNIT_PERCENT;
		sensors.configure(configure, 0);
		machine.readings[0] = {mooring_v2_Unit_UNIT_PERCENT, offset > 0 ? 95.f : 5.f};
		sensors.step(0);
		CHECK(listener.latest.value == (offset > 0 ? 100.f : 0.f));
	}
}

TEST(Sensors, ThatDoNotAnswer_TellItOnce_AndThatTheyAreBack) {
	fresh();
	Listener listener;
	Sensors sensors(machine.hal(POWER_ON), listener);
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.sensors_count = 1;
	configure.sensors[0] = thermometer(0);
	sensors.configure(configure, 0);
	sensors.step(0);
	measures(NAN);
	sensors.step(5'000);
	CHECK_EQUAL(listener.readings, 2);
	CHECK(std::isnan(listener.latest.value));
	sensors.step(10'000);
	CHECK_EQUAL(listener.readings, 2);
	measures(20);
	sensors.step(15'000);
	CHECK_EQUAL(listener.readings, 3);
}

TEST(Sensors, MeasurementThatIsNotFinished_IsAskedForAgainSoon) {
	fresh();
	Listener listener;
	Sensors sensors(machine.hal(POWER_ON), listener);
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.sensors_count = 1;
	configure.sensors[0] = thermometer(0);
	sensors.configure(configure, 0);
	machine.reading_count = 0;
	sensors.step(0);
	CHECK_EQUAL(sensors.next_due(), Sensors::ASK_AGAIN_MS);
	measures(20);
	sensors.step(sensors.next_due());
	CHECK_EQUAL(listener.readings, 1);
}

TEST(Inputs, WithAPullUpThatItsPinDoesNotHave_IsRefused_ButNotLostAtAnUpgrade) {
	fresh();
	wire::Configure floating = household();
	floating.inputs[0].pin = FakeMachine::WITHOUT_PULL_UP;
	Board board(POWER_ON);
	CHECK(strcmp(board.controls.accept(floating), "This pin has no pull-up.") == 0);
	floating.inputs[0].pull_up = false;
	CHECK(board.controls.accept(floating) == nullptr);

	// What an older hub has put into the config file.
	fresh();
	floating.inputs[0].pull_up = true;
	static wire::BoardConfig older;
	older = mooring_v2_BoardConfig_init_zero;
	older.has_configure = true;
	older.configure = floating;
	Listener listener;
	const Hal &hal = machine.hal(POWER_ON);
	Log log(hal);
	Controls upgraded(hal, listener, log);
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
	Controls flashed_anew(machine.hal(POWER_ON), listener, log);
	file = mooring_v2_BoardConfig_init_zero;
	file.configure = household();
	file.key_id[0] = 9;
	flashed_anew.boot(&file, machine.now);
	CHECK_EQUAL(flashed_anew.revision(), 0);
}

TEST(Log, KeepsTheNewestLinesForTheHub_AndDrawsNothingOnATerminal) {
	FakeMachine alone;
	Log log(alone.hal(POWER_ON));
	log.info("one %d", 1);
	CHECK(log.untold() == nullptr);
	log.note("two %d", 2);
	CHECK(strcmp(log.untold()->text, "two 2") == 0);
	for (size_t i = 0; i < Log::LINES + 3; i++) log.warn("line %u\x1b[2J\n", static_cast<unsigned>(i));
	CHECK(strcmp(log.untold()->text, "line 3?[2J?") == 0);
	for (size_t i = 0; i < Log::LINES; i++) log.told();
	CHECK(log.untold() == nullptr);
	log.error(
		"%s",
		"a line that is much longer than what is kept of one, which is no reason to write beyond its end, whatever "
		"a hub may have sent for a reason, since that may be anybody");
	CHECK_EQUAL(strlen(log.untold()->text), Log::LINE_BYTES - 1);
}

namespace {

uint8_t blob[FLASH_SECTOR_BYTES];

size_t make_blob(const wire::BoardConfig &config) {
	constexpr size_t header = 12;
	const size_t size = wire::encode(mooring_v2_BoardConfig_fields, &config, blob + header, sizeof blob - header);
	memcpy(blob, "MOOR\x01\x00", 6);
	blob[6] = static_cast<uint8_t>(size & 0xff);
	blob[7] = static_cast<uint8_t>(size >> 8);
	write_le32(blob + 8, crc32(0, {blob + header, size}));
	return header + size;
}

BoardFile read_blob(size_t size) {
	machine.flash.put_config({blob, size});
	return read_board_file(machine.hal(POWER_ON), &file);
}

wire::BoardConfig small_config() {
	wire::BoardConfig config = mooring_v2_BoardConfig_init_zero;
	strcpy(config.board, "d1-mini");
	config.key_id[0] = 1;
	config.hubs_count = 1;
	strcpy(config.hubs[0].host, "192.168.1.5");
	config.hubs[0].port = 8080;
	config.has_configure = true;
	config.configure = household();
	return config;
}

} // namespace

TEST(BoardFile, IsReadAsItWasWritten_WhateverLiesBehind) {
	const size_t size = make_blob(small_config());
	memset(blob + size, 0x5a, sizeof blob - size);
	CHECK(read_blob(sizeof blob) == BoardFile::Good);
	CHECK(strcmp(file.hubs[0].host, "192.168.1.5") == 0);
	CHECK_EQUAL(file.configure.inputs[0].debounce_ms, 30);
}

TEST(BoardFile, OfAnOlderHubWithMoreAddressesThanTheBoardHasRoomFor_IsRead) {
	constexpr size_t header = 12;
	wire::BoardConfig config = small_config();
	for (size_t extra : {7, 8, 19}) {
		size_t size = make_blob(config);
		// The field of one hub: its tag, its length, its host and port.
		uint8_t hub[32];
		size_t at = header;
		while (memcmp(blob + at, "\x2a\x10\x0a\x0b", 4) != 0) at++;
		const size_t hub_size = 2 + blob[at + 1];
		memcpy(hub, blob + at, hub_size);
		for (size_t i = 0; i < extra; i++, size += hub_size) {
			memmove(blob + at + hub_size, blob + at, size - at);
			memcpy(blob + at, hub, hub_size);
			blob[at + hub_size - 4]++; // another host for each
			hub[hub_size - 4] = blob[at + hub_size - 4];
		}
		const size_t payload = size - header;
		blob[6] = static_cast<uint8_t>(payload & 0xff);
		blob[7] = static_cast<uint8_t>(payload >> 8);
		write_le32(blob + 8, crc32(0, {blob + header, payload}));
		CHECK(read_blob(size) == BoardFile::Good);
		CHECK_EQUAL(file.hubs_count, 8);
		CHECK_EQUAL(file.hubs[7].port, 8080);
		CHECK(memcmp(file.hubs[0].host, "192.168.1.", 10) == 0);
		CHECK_EQUAL(file.configure.inputs[0].debounce_ms, 30);
	}
}

TEST(BoardFile, ThatIsNone_SaysWhat) {
	const size_t size = make_blob(small_config());
	CHECK(read_blob(0) == BoardFile::NeverProvisioned);
	blob[0] ^= 1;
	CHECK(read_blob(size) == BoardFile::NotOurs);
	blob[0] ^= 1;
	blob[4] = 2;
	CHECK(read_blob(size) == BoardFile::OtherVersion);
	blob[4] = 1;
	for (size_t cut = 12; cut < size; cut++) CHECK(read_blob(cut) == BoardFile::Damaged);
	for (size_t byte = 12; byte < size; byte++) {
		blob[byte] ^= 0x10;
		CHECK(read_blob(size) == BoardFile::Damaged);
		blob[byte] ^= 0x10;
	}
	CHECK(read_blob(size) == BoardFile::Good);
}

TEST(BoardFile, AnyProtobuf_IsTakenOrRefused) {
	Random random(5);
	const size_t size = make_blob(small_config());
	for (int run = 0; run < 3'000; run++) {
		static uint8_t whole[sizeof blob];
		memcpy(whole, blob, sizeof blob);
		for (uint32_t i = 0, count = 1 + random.below(6); i < count; i++)
			blob[12 + random.below(static_cast<uint32_t>(size - 12))] = static_cast<uint8_t>(random.next());
		write_le32(blob + 8, crc32(0, {blob + 12, size - 12}));
		if (read_blob(size) == BoardFile::Good) why_impossible(machine.hal(POWER_ON), file.configure);
		memcpy(blob, whole, sizeof blob);
	}
}

TEST(Wire, AnyBytes_AreAMessageOrNone) {
	Random random(17);
	static uint8_t bytes[1008];
	static wire::FromHub message;
	for (int run = 0; run < 20'000; run++) {
		const size_t size = random.below(run % 10 == 0 ? sizeof bytes : 80);
		random.fill(bytes, size);
		// Tags that are known, now and then.
		if (size > 2)
			bytes[0] = static_cast<uint8_t>((1 + random.below(9)) << 3 | 2), bytes[1] = static_cast<uint8_t>(size - 2);
		wire::decode(mooring_v2_FromHub_fields, &message, {bytes, size});
		wire::configure_revision({bytes, size});
	}
}

TEST(Wire, RevisionOfAConfigureThatIsTooLarge_IsFound) {
	// relays = 9 × RelayConfig {}, behind revision 300.
	const uint8_t bytes[] = {0x12, 21,	 0x08, 0xac, 0x02, 0x12, 0, 0x12, 0, 0x12, 0, 0x12,
							 0,	   0x12, 0,	   0x12, 0,	   0x12, 0, 0x12, 0, 0x12, 0};
	static wire::FromHub message;
	CHECK(!wire::decode(mooring_v2_FromHub_fields, &message, {bytes, sizeof bytes}));
	CHECK_EQUAL(wire::configure_revision({bytes, sizeof bytes}), 300);
	CHECK_EQUAL(wire::configure_revision({bytes, 4}), 0);
}

} // namespace mooring::test
