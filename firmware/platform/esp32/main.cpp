#include <Arduino.h>
#include <esp_log.h>

#include "../../core/board.h"
#include "../sodium/sodium_crypto.h"
#include "flash.h"
#include "machine.h"

using namespace mooring;

namespace {

// Static, so that there is no heap to run out of.
esp32::Machine machine;
Hal hal;
const Crypto crypto = sodium_crypto();
Board board(hal, crypto);

} // namespace

void setup() {
	// Before the relays, since it takes no time and their errors must be logged.
	esp32::begin_serial();
	// Log lines of the SDK could come in the middle of our packets.
	esp_log_level_set("*", ESP_LOG_NONE);
	hal = machine.hal();
	board.boot();
}

void loop() {
	const uint32_t begun = millis(), due = board.step();
	machine.step();
	if (machine.wants_older_image()) {
		esp32::end_serial();
		esp32::go_back();
	}
	if (machine.wants_restart()) {
		esp32::end_serial();
		ESP.restart();
	}
	do delay(1);
	while (millis() - begun < due && !machine.has_news());
}
