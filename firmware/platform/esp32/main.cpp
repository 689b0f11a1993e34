#include <Arduino.h>
#include <esp_log.h>

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
	// What the SDK says of itself could come in the middle of a packet of ours.
	esp_log_level_set("*", ESP_LOG_NONE);
	Serial.println();
	hal = machine.hal();
	board.boot();
}

void loop() {
	const uint32_t begun = millis(), due = board.step();
	machine.step();
	if (machine.wants_older_image()) {
		Serial.flush();
		esp32::go_back();
	}
	if (machine.wants_restart()) {
		Serial.flush();
		ESP.restart();
	}
	do delay(1);
	while (millis() - begun < due && !machine.has_news());
}
