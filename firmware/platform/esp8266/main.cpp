#include <Arduino.h>

#include "../../core/board.h"
#include "../sodium/sodium_crypto.h"
#include "machine.h"

using namespace mooring;

namespace {

constexpr unsigned long BAUD = 115'200;

/**
 * A multiplication keeps the chip busy for 100 ms and more, and the radio has to be let in before and behind it: its
 * queue runs over otherwise, and the link stalls for seconds.
 */
Crypto with_pauses() {
	static const Crypto plain = sodium_crypto();
	Crypto crypto = plain;
	crypto.dh_public = [](uint8_t out[32], const uint8_t secret[32]) {
		yield();
		plain.dh_public(out, secret);
		yield();
	};
	crypto.dh = [](uint8_t out[32], const uint8_t secret[32], const uint8_t public_key[32]) {
		yield();
		const bool good = plain.dh(out, secret, public_key);
		yield();
		return good;
	};
	return crypto;
}

// All of it in its place from the start: there is no heap to run out of.
mooring::esp8266::Machine machine;
Hal hal;
const Crypto crypto = with_pauses();
Board board(hal, crypto);

} // namespace

void setup() {
	// Before the relays, since it takes no time, and what goes wrong with them must be told.
	Serial.begin(BAUD);
	Serial.println();
	hal = machine.hal();
	board.boot();
}

void loop() {
	const uint32_t begun = millis(), due = board.step();
	machine.step();
	if (machine.wants_restart()) {
		Serial.flush();
		ESP.restart();
	}
	// The radio has its turn in delay(); what came meanwhile does not wait.
	do delay(1);
	while (millis() - begun < due && !machine.takes_news());
}
