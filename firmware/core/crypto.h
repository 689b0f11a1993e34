#pragma once

#include "bytes.h"

namespace mooring {

constexpr size_t TAG_BYTES = 16;

/** A hash under way; the state of every library fits. */
struct Sha256 {
	alignas(8) uint8_t state[128];
};

/**
 * The functions that Noise_NNpsk0_25519_ChaChaPoly_SHA256 needs. The platform provides them, so that each chip can use
 * its own library.
 */
struct Crypto {
	/** X25519 (RFC 7748) with the base point. */
	void (*dh_public)(uint8_t out[32], const uint8_t secret[32]);
	/** X25519. False if the result is all zero. */
	bool (*dh)(uint8_t out[32], const uint8_t secret[32], const uint8_t public_key[32]);
	/**
	 * ChaCha20-Poly1305 (RFC 8439); the nonce is four zero bytes and `n` in little-endian. Encrypts `size` bytes in
	 * place and writes the tag behind them.
	 */
	void (*seal)(const uint8_t key[32], uint64_t n, Bytes associated, uint8_t *text, size_t size);
	/**
	 * Decrypts `size` bytes in place, with their tag behind them. False, and nothing decrypted, if the tag is wrong.
	 */
	bool (*open)(const uint8_t key[32], uint64_t n, Bytes associated, uint8_t *text, size_t size);
	void (*sha256_begin)(Sha256 *hash);
	void (*sha256_add)(Sha256 *hash, Bytes more);
	void (*sha256_end)(Sha256 *hash, uint8_t out[32]);
};

} // namespace mooring
