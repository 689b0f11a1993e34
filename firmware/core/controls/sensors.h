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

	/** How often the wires are searched, how soon at first, and how long between two sensors of a wire. */
	static constexpr Time SEARCH_EVERY_MS = 10'000, SEARCH_FIRST_MS = 2'000, SEARCH_STEP_MS = 100;
	/** Sensors of one wire that are reported; a bus with more, or with noise that looks like more, is left. */
	static constexpr uint8_t MAX_FOUND = 16;

	Sensors(const Hal &hal, Teller &teller) : hal_(hal), teller_(teller) {}

	void configure(const wire::Configure &configure, Time now);
	void step(Time now);
	Time next_due() const;
	/** Reports the latest values, and soon what is on the wires. */
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
	void search_on(Time now);
	bool is_first_on_wire(size_t index) const;

	const Hal &hal_;
	Teller &teller_;
	Sensor sensors_[MAX_SENSORS]{};
	size_t count_ = 0;
	/** one search at a time: of the wire of this sensor, and how many were found on it */
	WireSearch search_{};
	uint8_t searched_ = 0, found_ = 0;
	Time search_due_ = NEVER;
};

} // namespace mooring
