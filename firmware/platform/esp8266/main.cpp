#include <Arduino.h>

#include "../../core/board.h"
#include "../sodium/sodium_crypto.h"
#include "machine.h"

using namespace mooring;

namespace {

constexpr unsigned long BAUD = 115'200;

/**
 * A multiplication keeps the chip busy for 100 ms and more. The radio has to run before and after it; otherwise its
 * queue overflows, and the link stalls for seconds.
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

// Static, so that there is no heap to run out of.
mooring::esp8266::Machine machine;
Hal hal;
const Crypto crypto = with_pauses();
Board board(hal, crypto);

} // namespace

void setup() {
	// Before the relays, since it takes no time and their errors must be logged.
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
	// The radio runs in delay(). The loop ends early if something came meanwhile.
	do delay(1);
	while (millis() - begun < due && !machine.takes_news());
}
