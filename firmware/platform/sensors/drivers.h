#pragma once

#include "../../core/controls/sensors.h"
#include "pins.h"

namespace mooring {

/** The sensors on a chip's pins, read as the HAL wants it: begins a measurement, and reads it later. */
class Drivers {
public:
	explicit Drivers(Pins &pins) : pins_(pins) {}

	static bool knows(const wire::SensorConfig &sensor);
	/** Like sensor_read in hal.h: 0 while it measures. */
	size_t read(const wire::SensorConfig &sensor, uint64_t now_ms, Reading out[MAX_READINGS]);
	/** Like wire_search in hal.h. */
	bool search(uint32_t pin, WireSearch *search, float *celsius);

private:
	/** A measurement under way. */
	struct Slot {
		uint32_t id;
		uint8_t address;
		/** pin of a DS18B20, whose measurement is that of all on its wire; else NO_WIRE */
		uint8_t wire;
		bool measuring;
		uint64_t since_ms;
	};

	static constexpr uint8_t NO_WIRE = 0xff;

	Slot &slot_of(uint32_t id);
	bool joins(uint64_t now_ms, Slot *slot) const;
	bool start(const wire::SensorConfig &sensor, Slot *slot);
	bool finish(const wire::SensorConfig &sensor, const Slot &slot, Reading out[MAX_READINGS]);
	bool finish_wire(const wire::SensorConfig &sensor, Reading out[MAX_READINGS]);
	bool finish_i2c(const wire::SensorConfig &sensor, const Slot &slot, Reading out[MAX_READINGS]);

	Pins &pins_;
	Slot slots_[MAX_SENSORS]{};
	size_t next_ = 0;
};

} // namespace mooring
