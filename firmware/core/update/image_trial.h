#pragma once

#include "../teller.h"

namespace mooring {

/**
 * Whether an image that was taken by an update may stay. It has to prove that the next update would reach it: the hub
 * must speak to it under a key of this board within 90 s, in its first start. Whatever keeps it from that counts, its
 * own mistakes and a hub that is away alike: the older image did reach the hub. A restart before, by a crash or a loss
 * of power, ends the trial as well; that is the boot loader's part.
 */
class ImageTrial {
public:
	/** of a chip */
	static constexpr uint32_t MS = 90'000;

	/** `ms` is the machine's word: 0 where the image has proven itself. */
	void begin(uint32_t ms, Time now);
	/** True where the image has passed by that: it is to be kept. */
	bool hub_has_spoken();
	/** True once, where its time is over: the older image is to run. */
	bool is_lost(Time now);
	/** When it is lost; NEVER where there is none, or it is over. */
	Time until() const { return until_; }

private:
	Time until_ = NEVER;
};

} // namespace mooring
