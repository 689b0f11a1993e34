#pragma once

#include "../../core/hal.h"

namespace mooring::esp32 {

struct ChipPins {
	uint32_t log, first_of_flash, last_of_flash;
	/** a bit for each pin that the chip has, and for each that can be an output; only these have a pull-up */
	uint64_t all, outputs;
};

const char *pin_refusal(const ChipPins &chip, uint32_t pin, PinUse use);

} // namespace mooring::esp32
