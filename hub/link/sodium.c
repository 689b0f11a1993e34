/*
 * The symmetric functions of Noise by libsodium, as one WebAssembly module that imports nothing. A caller fills the
 * buffers, calls one function and finds its result in `text`. No key outlives the call it was written for.
 */
#include <sodium/crypto_aead_chacha20poly1305.h>
#include <sodium/crypto_auth_hmacsha256.h>
#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(#name)))

enum { HASH_BYTES = crypto_hash_sha256_BYTES, AD_BYTES = 64, MAX_MESSAGE_BYTES = 65535 };

static uint8_t key[crypto_aead_chacha20poly1305_ietf_KEYBYTES];
static uint8_t ad[AD_BYTES];
static uint8_t text[MAX_MESSAGE_BYTES];

EXPORT(key) void *key_address(void) { return key; }
EXPORT(ad) void *ad_address(void) { return ad; }
EXPORT(text) void *text_address(void) { return text; }

/* The nonce is 32 zero bits and a 64-bit little-endian counter, given in two halves. */
EXPORT(encrypt) void encrypt(uint32_t length, uint32_t ad_length, uint32_t n_low, uint32_t n_high) {
	const uint32_t nonce[] = {0, n_low, n_high};
	crypto_aead_chacha20poly1305_ietf_encrypt(text, 0, text, length, ad, ad_length, 0, (const uint8_t *)nonce, key);
	sodium_memzero(key, sizeof key);
}

/* `length` includes the tag. 0 where the message is authentic. */
EXPORT(decrypt) int decrypt(uint32_t length, uint32_t ad_length, uint32_t n_low, uint32_t n_high) {
	const uint32_t nonce[] = {0, n_low, n_high};
	const int result =
		crypto_aead_chacha20poly1305_ietf_decrypt(text, 0, 0, text, length, ad, ad_length, (const uint8_t *)nonce, key);
	sodium_memzero(key, sizeof key);
	return result;
}

EXPORT(hash) void hash(uint32_t length) { crypto_hash_sha256(text, text, length); }

/* HKDF of the Noise specification, section 4.3: `key` is the chaining key, `text` the input key material. */
EXPORT(hkdf) void hkdf(uint32_t length, uint32_t outputs) {
	crypto_auth_hmacsha256_state state;
	uint8_t temp_key[HASH_BYTES];
	crypto_auth_hmacsha256_init(&state, key, sizeof key);
	crypto_auth_hmacsha256_update(&state, text, length);
	crypto_auth_hmacsha256_final(&state, temp_key);
	sodium_memzero(text, length);
	uint8_t *output = text;
	for (uint8_t i = 1; i <= outputs; i++, output += HASH_BYTES) {
		crypto_auth_hmacsha256_init(&state, temp_key, sizeof temp_key);
		if (i > 1) crypto_auth_hmacsha256_update(&state, output - HASH_BYTES, HASH_BYTES);
		crypto_auth_hmacsha256_update(&state, &i, 1);
		crypto_auth_hmacsha256_final(&state, output);
	}
	sodium_memzero(temp_key, sizeof temp_key);
	sodium_memzero(key, sizeof key);
}

/* libsodium calls it where its caller broke its rules. */
void sodium_misuse(void) { __builtin_trap(); }
