#pragma once

#include "../../core/controls/sensors.h"
#include "pins.h"

namespace mooring {

/** The sensors that may hang on a chip's pins, asked as the HAL wants it: a measurement is begun, and read later. */
class Drivers {
public:
	explicit Drivers(Pins &pins) : pins_(pins) {}

	static bool knows(const wire::SensorConfig &sensor);
	/** As hal.h has it: 0 while it measures. */
	size_t read(const wire::SensorConfig &sensor, uint64_t now_ms, Reading out[MAX_READINGS]);

private:
	/** A measurement under way. */
	struct Slot {
		uint32_t id;
		uint8_t address;
		bool measuring;
		uint64_t since_ms;
	};

	Slot &slot_of(uint32_t id);
	bool start(const wire::SensorConfig &sensor, Slot *slot);
	bool finish(const wire::SensorConfig &sensor, const Slot &slot, Reading out[MAX_READINGS]);

	Pins &pins_;
	Slot slots_[MAX_SENSORS]{};
	size_t next_ = 0;
};

} // namespace mooring
