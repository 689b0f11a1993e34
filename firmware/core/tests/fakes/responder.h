#pragma once

#include "../../link/noise.h"

namespace mooring::test {

/** The hub's side of the handshake, for tests without a real hub. */
class Responder {
public:
	explicit Responder(const Crypto &crypto) : crypto_(crypto) {}
	void begin(const Key &psk, Bytes prologue);
	/** Decrypts in place; false if the board does not know the key. */
	bool read_message_1(uint8_t *message, size_t size);
	/** `payload` bytes lie DH_BYTES into the message. */
	void write_message_2(uint8_t *message, size_t payload, const Key &secret, Transport *transport);

private:
	void mix_hash(Bytes data);
	void mix_key(Bytes input, uint8_t count);

	const Crypto &crypto_;
	CipherState cipher_;
	Key ck_, h_, psk_, e_;
};

} // namespace mooring::test
