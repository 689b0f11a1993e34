#pragma once

#include "../../core/hal.h"

namespace mooring::esp8266 {

/** `has_two_wires`: the flash is read as DOUT, which leaves the wires of GPIO9 and 10 to the board. */
const char *pin_refusal(uint32_t pin, PinUse use, bool has_two_wires);
/** A sensor's wire is pulled up by the chip, in the registers that the drivers work on. */
bool is_for_sensors(uint32_t pin, bool has_two_wires);

} // namespace mooring::esp8266
