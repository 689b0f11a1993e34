#include "open_drain.h"

#include <Arduino.h>

namespace mooring::esp8266 {

void OpenDrain::prepare(uint32_t pin) { pinMode(static_cast<uint8_t>(pin), INPUT_PULLUP); }

void OpenDrain::drive_low(uint32_t pin) {
	GPOC = 1u << pin;
	GPES = 1u << pin;
}

void OpenDrain::let_go(uint32_t pin) { GPEC = 1u << pin; }

bool OpenDrain::is_high(uint32_t pin) { return (GPI >> pin & 1) != 0; }

uint32_t OpenDrain::now_us() { return micros(); }

void OpenDrain::wait_us(uint32_t us) { delayMicroseconds(us); }

void OpenDrain::begin_undisturbed() { noInterrupts(); }

void OpenDrain::end_undisturbed() { interrupts(); }

} // namespace mooring::esp8266
