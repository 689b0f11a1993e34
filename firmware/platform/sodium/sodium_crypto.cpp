#include "sodium_crypto.h"

#include <sodium/crypto_aead_chacha20poly1305.h>
#include <sodium/crypto_hash_sha256.h>
#include <sodium/crypto_scalarmult.h>

namespace mooring {

namespace {

static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(Sha256));

crypto_hash_sha256_state *state_of(Sha256 *hash) { return reinterpret_cast<crypto_hash_sha256_state *>(hash->state); }

struct Nonce {
	explicit Nonce(uint64_t n) { write_le64(bytes + 4, n); }
	uint8_t bytes[crypto_aead_chacha20poly1305_IETF_NPUBBYTES] = {};
};

} // namespace

Crypto sodium_crypto() {
	Crypto crypto;
	crypto.dh_public = [](uint8_t out[32], const uint8_t secret[32]) { crypto_scalarmult_base(out, secret); };
	crypto.dh = [](uint8_t out[32], const uint8_t secret[32], const uint8_t public_key[32]) {
		return crypto_scalarmult(out, secret, public_key) == 0;
	};
	crypto.seal = [](const uint8_t key[32], uint64_t n, Bytes associated, uint8_t *text, size_t size) {
		crypto_aead_chacha20poly1305_ietf_encrypt(text, nullptr, text, size, associated.data, associated.size, nullptr,
												  Nonce(n).bytes, key);
	};
	crypto.open = [](const uint8_t key[32], uint64_t n, Bytes associated, uint8_t *text, size_t size) {
		return crypto_aead_chacha20poly1305_ietf_decrypt(text, nullptr, nullptr, text, size + TAG_BYTES,
														 associated.data, associated.size, Nonce(n).bytes, key) == 0;
	};
	crypto.sha256_begin = [](Sha256 *hash) { crypto_hash_sha256_init(state_of(hash)); };
	crypto.sha256_add = [](Sha256 *hash, Bytes more) {
		crypto_hash_sha256_update(state_of(hash), more.data, more.size);
	};
	crypto.sha256_end = [](Sha256 *hash, uint8_t out[32]) { crypto_hash_sha256_final(state_of(hash), out); };
	return crypto;
}

} // namespace mooring
