#pragma once

#include <map>
#include <random>
#include <utility>

#include "../../core/hal.h"

namespace mooring::posix {

/** What hangs on the pins of a board that is a program: relays that are told of, switches that are moved by words,
 * sensors. */
class Room {
public:
	void write(uint32_t pin, bool high);
	void listen(uint32_t pin, bool pull_up);
	void release(uint32_t pin);
	bool read(uint32_t pin) const;
	/** Somebody connects the pin to power or to ground. */
	void move(uint32_t pin, bool high);
	/** A room as it might be, drifting: a temperature, and what else such a sensor measures. */
	size_t measure(const wire::SensorConfig &sensor, Reading out[MAX_READINGS]);

private:
	float drift(uint32_t sensor, wire::Unit unit, float comfort, float wander);

	std::map<uint32_t, bool> outputs_;
	/** levels from outside, and where nothing is connected the pull-up's */
	std::map<uint32_t, bool> moved_, pulled_;
	std::map<std::pair<uint32_t, wire::Unit>, float> values_;
	std::mt19937 random_{std::random_device{}()};
};

} // namespace mooring::posix
