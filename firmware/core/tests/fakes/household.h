#pragma once

#include "../../teller.h"
#include "fake_machine.h"

namespace mooring::test {

constexpr wire::BootReason POWER_ON = mooring_v2_BootReason_BOOT_REASON_POWER_ON;

/** Counts what it is told. */
class Listener final : public Teller {
public:
	void tell(const wire::RelayState &) override {}
	void tell(const wire::InputState &) override { inputs++; }
	void tell(const wire::SensorReading &reading) override {
		readings++;
		latest = reading;
	}
	void tell(const wire::FoundSensor &one) override {
		founds++;
		found = one;
	}
	int inputs = 0, readings = 0, founds = 0;
	wire::SensorReading latest;
	wire::FoundSensor found;
};

inline FakeMachine machine;
inline wire::BoardConfig file;

inline wire::SensorConfig thermometer(float offset) {
	wire::SensorConfig sensor = mooring_v2_SensorConfig_init_zero;
	sensor.id = 1;
	sensor.type = mooring_v2_SensorType_SENSOR_TYPE_DS18B20;
	sensor.pin = 4;
	sensor.calibration_count = 1;
	sensor.calibration[0] = {mooring_v2_Unit_UNIT_CELSIUS, offset};
	return sensor;
}

inline void measures(float celsius) {
	machine.readings[0] = {mooring_v2_Unit_UNIT_CELSIUS, celsius};
	machine.reading_count = 1;
}

/** One relay, one switch that toggles it, one thermometer. */
inline wire::Configure household() {
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

/** Resets the machine; it measures 20 °C. */
inline void fresh() {
	machine.flash.make_new();
	machine.unplug();
	measures(20);
}

} // namespace mooring::test
