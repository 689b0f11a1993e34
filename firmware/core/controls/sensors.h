#pragma once

#include "../hal.h"
#include "../teller.h"

namespace mooring {

constexpr size_t MAX_SENSORS = sizeof(wire::Configure::sensors) / sizeof(wire::SensorConfig);

/** Reads sensors at a steady pace, calibrates them, and reports what changed. */
class Sensors {
public:
	static constexpr Time READ_EVERY_MS = 5'000;
	/** When to ask again for a measurement that is not finished. */
	static constexpr Time ASK_AGAIN_MS = 250;
	/** A value is reported when it has moved this far, in its unit, and at least this often. */
	static constexpr float TELL_STEP = 0.1f;
	/** Light is reported when it has moved by this much and by this share of what was reported. */
	static constexpr float TELL_STEP_LUX = 1, TELL_SHARE_LUX = 0.05f;
	static constexpr Time TELL_EVERY_MS = 60'000;

	Sensors(const Hal &hal, Teller &teller) : hal_(hal), teller_(teller) {}

	void configure(const wire::Configure &configure, Time now);
	void step(Time now);
	Time next_due() const;
	/** Reports the latest values. */
	void tell_all(Time now);

private:
	struct Sensor {
		wire::SensorConfig config;
		Time due;
		Reading latest[MAX_READINGS], told[MAX_READINGS];
		Time told_at[MAX_READINGS];
		size_t count;
	};

	void take(Sensor *sensor, size_t index, const Reading &reading, Time now);
	void tell(Sensor *sensor, size_t index, Time now);

	const Hal &hal_;
	Teller &teller_;
	Sensor sensors_[MAX_SENSORS]{};
	size_t count_ = 0;
};

} // namespace mooring
