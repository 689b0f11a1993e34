#pragma once

#include "wire.h"

namespace mooring {

/** Milliseconds of monotonic time, 0 at the start of the machine. Negative for what began before that. */
using Time = int64_t;

constexpr Time NEVER = INT64_MAX;

/** A duration for messages and records: 0 if it is over, at most 49 days. */
inline uint32_t in_32_bits(Time ms) {
	if (ms <= 0) return 0;
	return ms < UINT32_MAX ? static_cast<uint32_t>(ms) : UINT32_MAX;
}

/** Gets the reports of relays, inputs and sensors; usually passes them on to the hub. */
class Teller {
public:
	virtual void tell(const wire::RelayState &state) = 0;
	virtual void tell(const wire::InputState &state) = 0;
	virtual void tell(const wire::SensorReading &reading) = 0;
	virtual void tell(const wire::FoundSensor &found) = 0;

protected:
	~Teller() = default;
};

} // namespace mooring
