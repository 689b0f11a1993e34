#include "pins.h"

namespace mooring::esp8266 {

namespace {

constexpr uint32_t PINS = 17, LOG_PIN = 1, FIRST_OF_FLASH = 6, LAST_OF_FLASH = 11;
/** used only by a flash that is read over four wires */
constexpr uint32_t THIRD_WIRE = 9, FOURTH_WIRE = 10;
/** It belongs to the real-time clock, and can only be pulled down. */
constexpr uint32_t WITHOUT_PULL_UP = 16;

} // namespace

const char *pin_refusal(uint32_t pin, PinUse use, bool has_two_wires) {
	const bool is_free = has_two_wires && (pin == THIRD_WIRE || pin == FOURTH_WIRE);
	if (pin >= PINS) return "An ESP8266 has no such pin.";
	if (pin == LOG_PIN) return "The board writes its log to GPIO1.";
	if (pin >= FIRST_OF_FLASH && pin <= LAST_OF_FLASH && !is_free)
		return "GPIO6 to 11 belong to the flash; with DOUT 9 and 10 are free.";
	if (pin == WITHOUT_PULL_UP && use == PinUse::PulledUpInput)
		return "GPIO16 has no pull-up: its switch needs a resistor of its own.";
	return nullptr;
}

bool is_for_sensors(uint32_t pin, bool has_two_wires) {
	return pin_refusal(pin, PinUse::PulledUpInput, has_two_wires) == nullptr;
}

} // namespace mooring::esp8266
