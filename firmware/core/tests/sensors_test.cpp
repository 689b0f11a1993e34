#include "../controls/sensors.h"

#include <cmath>

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

} // namespace mooring::test
