#pragma once

#include "../crypto.h"

namespace mooring {

/** Noise Protocol Framework, revision 34, chapter 5.1: a key, and a nonce that counts frames. */
class CipherState {
public:
	void initialize_key(const Key &key);
	/** Encrypts `size` bytes in place, and writes the tag behind them. False if the nonces are used up. */
	bool encrypt_with_ad(const Crypto &crypto, Bytes ad, uint8_t *text, size_t size);
	/** `size` includes the tag. False, and the nonce not used, if the text cannot be decrypted. */
	bool decrypt_with_ad(const Crypto &crypto, Bytes ad, uint8_t *text, size_t size);
	void wipe_key();

private:
	Key k_{};
	uint64_t n_ = 0;
};

/** The result of a handshake: one cipher per direction. */
struct Transport {
	CipherState send;
	CipherState receive;
};

constexpr size_t DH_BYTES = 32;
/** How much longer a handshake message is than its payload. */
constexpr size_t HANDSHAKE_OVERHEAD = DH_BYTES + TAG_BYTES;

/**
 * The board's side of NNpsk0: `-> psk, e` then `<- e, ee`. The two multiplications of X25519 are in separate calls, so
 * that a small chip can serve its radio in between.
 */
class Initiator {
public:
	explicit Initiator(const Crypto &crypto) : crypto_(crypto) {}
	~Initiator() { forget(); }

	/**
	 * `secret` is the ephemeral key: 32 random bytes, new for every handshake. `prologue` need not outlive the call.
	 */
	void begin(const Key &psk, Bytes prologue, const Key &secret);
	/** Turns the payload, which lies DH_BYTES into `message`, into the message, which is HANDSHAKE_OVERHEAD longer. */
	void write_message_1(uint8_t *message, size_t payload_size);
	/**
	 * Decrypts in place: the payload begins DH_BYTES into the message and is HANDSHAKE_OVERHEAD shorter. False if the
	 * other side does not know the key, or the bytes were changed. In both cases the handshake is over.
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
