#pragma once

#include "../crypto.h"

namespace mooring {

/** Noise Protocol Framework, revision 34, chapter 5.1. A key and its nonce; every frame has the next one. */
class CipherState {
public:
	void initialize_key(const Key &key);
	/** Encrypts `size` bytes where they lie, tag behind. False where the nonces are used up. */
	bool encrypt_with_ad(const Crypto &crypto, Bytes ad, uint8_t *text, size_t size);
	/** `size` with the tag. False, and the nonce not used, where it cannot be decrypted. */
	bool decrypt_with_ad(const Crypto &crypto, Bytes ad, uint8_t *text, size_t size);
	void wipe_key();

private:
	Key k_{};
	uint64_t n_ = 0;
};

/** What a finished handshake leaves: one cipher a direction. */
struct Transport {
	CipherState send;
	CipherState receive;
};

constexpr size_t DH_BYTES = 32;
/** What each handshake message is longer than its payload. */
constexpr size_t HANDSHAKE_OVERHEAD = DH_BYTES + TAG_BYTES;

/**
 * The board's side of NNpsk0: `-> psk, e` then `<- e, ee`. The two multiplications of X25519 lie in two calls, so that
 * a small chip can look after its radio in between.
 */
class Initiator {
public:
	explicit Initiator(const Crypto &crypto) : crypto_(crypto) {}
	~Initiator() { forget(); }

	/** `secret` is the ephemeral key, 32 random bytes, new for every handshake. `prologue` is not kept. */
	void begin(const Key &psk, Bytes prologue, const Key &secret);
	/** In `message` lies the payload, DH_BYTES from its beginning; HANDSHAKE_OVERHEAD longer it is the message. */
	void write_message_1(uint8_t *message, size_t payload_size);
	/**
	 * Decrypts where it lies: the payload begins DH_BYTES into the message and is HANDSHAKE_OVERHEAD shorter. False:
	 * the other side does not know the key, or the bytes were changed. Once it has answered, the handshake is over.
	 */
	bool read_message_2(uint8_t *message, size_t size, Transport *transport);
	void forget();

private:
	void mix_hash(Bytes data);
	void mix_key(Bytes input);
	void mix_key_and_hash(Bytes input);

	const Crypto &crypto_;
	CipherState cipher_;
	Key ck_{};
	Key h_{};
	Key psk_{};
	Key e_{};
};

} // namespace mooring
