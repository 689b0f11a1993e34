#include "image_trial.h"

namespace mooring {

void ImageTrial::begin(uint32_t ms, Time now) { until_ = ms > 0 ? now + static_cast<Time>(ms) : NEVER; }

bool ImageTrial::hub_has_spoken() {
	const bool passed = until_ != NEVER;
	until_ = NEVER;
	return passed;
}

bool ImageTrial::is_lost(Time now) {
	if (now < until_) return false;
	until_ = NEVER;
	return true;
}

} // namespace mooring
