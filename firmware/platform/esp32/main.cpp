#include <Arduino.h>

#include "../../core/board.h"
#include "../sodium/sodium_crypto.h"
#include "flash.h"
#include "machine.h"

using namespace mooring;

namespace {

constexpr unsigned long BAUD = 115'200;

// All of it in its place from the start: there is no heap to run out of.
esp32::Machine machine;
Hal hal;
const Crypto crypto = sodium_crypto();
Board board(hal, crypto);

} // namespace

void setup() {
	// Before the relays, since it takes no time, and what goes wrong with them must be told.
	Serial.begin(BAUD);
#if ARDUINO_USB_CDC_ON_BOOT
	// Nobody may be listening at the chip's own USB port: then a line is lost, and nothing waits for it.
	Serial.setTxTimeoutMs(0);
#endif
	Serial.println();
	hal = machine.hal();
	board.boot();
	machine.begin();
}

void loop() {
	static bool going_back = false;
	const uint32_t begun = millis(), due = board.step();
	machine.step();
	if (machine.wants_to_go_back() && !going_back) {
		going_back = true;
		Serial.println("the new firmware has not reached the hub: back to the older one");
		board.shut_down(); // relays come up as they are now
	}
	if (going_back && board.is_off()) esp32::go_back();
	if (machine.wants_restart()) {
		Serial.flush();
		ESP.restart();
	}
	do delay(1);
	while (millis() - begun < due && !machine.has_news());
}
