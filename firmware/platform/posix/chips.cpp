#include "chips.h"

#include <cstring>

#include "../esp8266/pins.h"

namespace mooring::posix {

namespace {

template<bool two_wires>
const char *of_esp8266(uint32_t pin, PinUse use) {
	return esp8266::pin_refusal(pin, use, two_wires);
}

template<const esp32::ChipPins &chip>
const char *of_esp32(uint32_t pin, PinUse use) {
	return esp32::pin_refusal(chip, pin, use);
}

constexpr struct {
	const char *chip;
	PinRules rules;
} RULES[] = {{"ESP8266", of_esp8266<false>},
			 {"ESP8266-DOUT", of_esp8266<true>},
			 {"ESP32", of_esp32<ESP32>},
			 {"ESP32-C3", of_esp32<C3>},
			 {"ESP32-S3", of_esp32<S3>}};

} // namespace

PinRules rules_of(const char *chip) {
	for (const auto &known : RULES)
		if (strcmp(known.chip, chip) == 0) return known.rules;
	return nullptr;
}

} // namespace mooring::posix
