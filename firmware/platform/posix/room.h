#pragma once

#include <map>
#include <optional>
#include <random>
#include <utility>

#include "../../core/hal.h"

namespace mooring::posix {

/**
 * What is wired to the posix board's pins: relays that are printed, switches that are moved by lines of text, sensors.
 */
class Room {
public:
	void write(uint32_t pin, bool high);
	/** The board's own light. As on chips it leaves a pin alone that something else uses. */
	void light(uint32_t pin, bool high);
	void listen(uint32_t pin, bool pull_up);
	void release(uint32_t pin);
	bool read(uint32_t pin) const;
	/** Somebody connects the pin to power or to ground. */
	void move(uint32_t pin, bool high);
	/** Plausible, slowly drifting values: a temperature, and whatever else such a sensor measures. */
	size_t measure(const wire::SensorConfig &sensor, Reading out[MAX_READINGS]);

	/** The sensors on the wire of a pin: ON_A_WIRE on each. */
	bool search(uint32_t pin, WireSearch *search, float *celsius);

private:
	static constexpr uint8_t ON_A_WIRE = 2;

	float on_wire(uint32_t pin, uint8_t number);
	float drift(uint32_t sensor, wire::Unit unit, float comfort, float wander);

	std::map<uint32_t, bool> outputs_;
	std::optional<bool> light_;
	/** levels from outside; and whether the pull-up is on, which counts where nothing is connected */
	std::map<uint32_t, bool> moved_, pulled_;
	std::map<std::pair<uint32_t, wire::Unit>, float> values_;
	std::mt19937 random_{std::random_device{}()};
};

} // namespace mooring::posix
