#pragma once

#include "../teller.h"

namespace mooring {

/**
 * Whether a new image may stay. It has to prove that the next update would reach it: the hub must speak to it under a
 * key of this board within 90 s of its first start. The reason for a failure does not matter; even an absent hub
 * counts, since the older image did reach it. A restart before that, by a crash or a loss of power, also ends the
 * trial; the boot loader sees to that.
 */
class ImageTrial {
public:
	/** on a chip */
	static constexpr uint32_t MS = 90'000;

	/** `ms` is what the machine says: 0 if the image has proved itself. */
	void begin(uint32_t ms, Time now);
	/** True if the image has passed its trial with this: keep it. */
	bool hub_has_spoken();
	/** True once, when the time is over: the older image must run again. */
	bool is_lost(Time now);
	/** When the trial is lost; NEVER if there is none. */
	Time until() const { return until_; }

private:
	Time until_ = NEVER;
};

} // namespace mooring
