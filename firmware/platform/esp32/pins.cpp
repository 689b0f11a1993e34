#include "pins.h"

namespace mooring::esp32 {

namespace {

bool has(uint64_t pins, uint32_t pin) { return pin < 64 && (pins >> pin & 1) != 0; }

} // namespace

const char *pin_refusal(const ChipPins &chip, uint32_t pin, PinUse use) {
	if (!has(chip.all, pin)) return "This chip has no such pin.";
	if (use == PinUse::Relay && !has(chip.outputs, pin)) return "This pin can only read.";
	if (pin == chip.log) return "The board writes its log to this pin.";
	if (pin >= chip.first_of_flash && pin <= chip.last_of_flash) return "This pin belongs to the flash.";
	if (use == PinUse::PulledUpInput && !has(chip.outputs, pin))
		return "GPIO34 to 39 have no pull-up: the switch needs a resistor of its own.";
	return nullptr;
}

} // namespace mooring::esp32
