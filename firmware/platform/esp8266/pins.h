#pragma once

#include "../../core/hal.h"

namespace mooring::esp8266 {

/** `has_two_wires`: the flash is read as DOUT, which leaves GPIO9 and 10 free. */
const char *pin_refusal(uint32_t pin, PinUse use, bool has_two_wires);
/** A sensor needs the chip's pull-up, and a pin in the registers that the drivers use. */
bool is_for_sensors(uint32_t pin, bool has_two_wires);

} // namespace mooring::esp8266
