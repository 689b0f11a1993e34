#include "../controls/sensors.h"

#include <cmath>

#include "../controls/config_refusal.h"
#include "fakes/household.h"

namespace mooring::test {

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

TEST(Sensors, Light_IsToldByItsShare_AndInTheDarkByOneLux) {
	fresh();
	Listener listener;
	Sensors sensors(machine.hal(POWER_ON), listener);
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.sensors_count = 1;
	configure.sensors[0] = thermometer(0);
	sensors.configure(configure, 0);
	const struct {
		float lux;
		int told;
	} lights[] = {{1'000, 1}, {1'050, 1}, {1'051, 2}, {0, 3}, {0.9f, 3}, {1, 4}, {NAN, 5}, {NAN, 5}, {0, 6}};
	Time now = 0;
	for (const auto &[lux, told] : lights) {
		machine.readings[0] = {mooring_v2_Unit_UNIT_LUX, lux};
		machine.reading_count = 1;
		sensors.step(now);
		CHECK_EQUAL(listener.readings, told);
		now += Sensors::READ_EVERY_MS;
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

TEST(Sensors, MayShareAWire_OnlyIfBothAreDs18b20WithAddressesOfTheirOwn) {
	fresh();
	const Hal &hal = machine.hal(POWER_ON);
	const auto refuses = [&](uint8_t second_type, const char *first, const char *second, const char *third = nullptr) {
		wire::Configure configure = mooring_v2_Configure_init_zero;
		const char *addresses[] = {first, second, third};
		configure.sensors_count = third != nullptr ? 3 : 2;
		for (size_t i = 0; i < configure.sensors_count; i++) {
			wire::SensorConfig &sensor = configure.sensors[i];
			sensor = thermometer(0);
			sensor.id = static_cast<uint8_t>(i + 1);
			sensor.address.size = static_cast<pb_size_t>(strlen(addresses[i]));
			memcpy(sensor.address.bytes, addresses[i], sensor.address.size);
		}
		configure.sensors[1].type = second_type;
		return config_refusal(hal, configure) != nullptr;
	};
	constexpr uint8_t ds18b20 = mooring_v2_SensorType_SENSOR_TYPE_DS18B20;
	CHECK(!refuses(ds18b20, "(1234567", "(1234568"));
	CHECK(!refuses(ds18b20, "(1234567", "(1234568", "(1234569"));
	CHECK(refuses(ds18b20, "(1234567", "(1234567"));
	CHECK(refuses(ds18b20, "(1234567", "(1234568", "(1234567"));
	CHECK(refuses(ds18b20, "", "(1234567"));
	CHECK(refuses(ds18b20, "(1234567", ""));
	CHECK(refuses(ds18b20, "(1234567", "(123"));
	CHECK(refuses(mooring_v2_SensorType_SENSOR_TYPE_DHT22, "(1234567", "(1234568"));
	CHECK(refuses(mooring_v2_SensorType_SENSOR_TYPE_DHT22, "(1234567", "(1234568", "(1234569"));
}

TEST(Sensors, OnAWireWithARelay_AreRefused) {
	fresh();
	wire::Configure configure = household();
	configure.sensors_count = 2;
	configure.sensors[1] = configure.sensors[0];
	configure.sensors[1].id = 2;
	for (size_t i = 0; i < 2; i++) {
		configure.sensors[i].pin = configure.relays[0].pin;
		configure.sensors[i].address = {8, {0x28, static_cast<uint8_t>(i)}};
	}
	CHECK(config_refusal(machine.hal(POWER_ON), configure) != nullptr);
}

TEST(Sensors, OnAWire_AreAllTold_SoonAfterAConfiguration_AndAgain) {
	fresh();
	machine.on_wire = 3;
	Listener listener;
	Sensors sensors(machine.hal(POWER_ON), listener);
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.sensors_count = 3;
	for (size_t i = 0; i < 3; i++) configure.sensors[i] = thermometer(0);
	configure.sensors[1].pin = 14; // a wire of its own
	sensors.configure(configure, 0);
	sensors.step(0);
	CHECK_EQUAL(listener.founds, 0);
	Time now = Sensors::SEARCH_FIRST_MS;
	for (int i = 0; i < 3; i++, now += Sensors::SEARCH_STEP_MS) {
		sensors.step(now);
		CHECK_EQUAL(listener.founds, i + 1);
		CHECK_EQUAL(listener.found.pin, 4);
		CHECK_EQUAL(listener.found.address[7], i + 1);
		CHECK(listener.found.celsius == 4);
	}
	const Time round_over = now + Sensors::SEARCH_EVERY_MS - 1;
	for (; now < round_over; now += Sensors::SEARCH_STEP_MS) sensors.step(now);
	CHECK_EQUAL(listener.founds, 6);
	CHECK_EQUAL(listener.found.pin, 14);
	for (const Time end = now + Sensors::SEARCH_EVERY_MS; now < end; now += Sensors::SEARCH_STEP_MS) sensors.step(now);
	CHECK_EQUAL(listener.founds, 12);
	machine.on_wire = 0;
}

TEST(Sensors, OtherPartsOnAWire_AreNotTold_AndABusThatNeverEndsIsLeft) {
	fresh();
	Listener listener;
	Sensors sensors(machine.hal(POWER_ON), listener);
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.sensors_count = 1;
	configure.sensors[0] = thermometer(0);
	machine.on_wire = 2;
	machine.family = 0x3a;
	sensors.configure(configure, 0);
	for (Time now = 0; now < Sensors::SEARCH_EVERY_MS; now += Sensors::SEARCH_STEP_MS) sensors.step(now);
	CHECK_EQUAL(listener.founds, 0);
	machine.on_wire = 200;
	machine.family = 0x28;
	sensors.configure(configure, 0);
	for (Time now = 0; now < Sensors::SEARCH_EVERY_MS; now += Sensors::SEARCH_STEP_MS) sensors.step(now);
	CHECK_EQUAL(listener.founds, Sensors::MAX_FOUND);
	machine.on_wire = 0;
}

TEST(Sensors, WithoutAWire_SearchNothing) {
	fresh();
	Listener listener;
	Sensors sensors(machine.hal(POWER_ON), listener);
	wire::Configure configure = mooring_v2_Configure_init_zero;
	configure.sensors_count = 1;
	configure.sensors[0] = thermometer(0);
	configure.sensors[0].type = mooring_v2_SensorType_SENSOR_TYPE_DHT22;
	const int before = machine.searches;
	sensors.configure(configure, 0);
	for (Time now = 0; now < 30'000; now += 1'000) sensors.step(now);
	sensors.tell_all(30'000);
	sensors.step(30'000);
	CHECK_EQUAL(machine.searches, before);
}

} // namespace mooring::test
