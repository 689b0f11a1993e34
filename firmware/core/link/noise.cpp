#include "noise.h"

namespace mooring {

namespace {

constexpr char PROTOCOL_NAME[] = "Noise_NNpsk0_25519_ChaChaPoly_SHA256";
constexpr Bytes NOTHING = {nullptr, 0};
/** Of SHA-256, for HMAC (RFC 2104). */
constexpr size_t BLOCK_BYTES = 64;
constexpr uint8_t INNER_PAD = 0x36;
constexpr uint8_t OUTER_PAD = 0x5c;

Key hash(const Crypto &crypto, Bytes a, Bytes b) {
	Sha256 sha;
	Key out;
	crypto.sha256_begin(&sha);
	crypto.sha256_add(&sha, a);
	crypto.sha256_add(&sha, b);
	crypto.sha256_end(&sha, out.data());
	return out;
}

Key hmac(const Crypto &crypto, const Key &key, Bytes a, Bytes b) {
	uint8_t pad[BLOCK_BYTES];
	Sha256 sha;
	Key inner;
	Key out;
	for (size_t i = 0; i < BLOCK_BYTES; i++) pad[i] = static_cast<uint8_t>((i < key.size() ? key[i] : 0) ^ INNER_PAD);
	crypto.sha256_begin(&sha);
	crypto.sha256_add(&sha, {pad, BLOCK_BYTES});
	crypto.sha256_add(&sha, a);
	crypto.sha256_add(&sha, b);
	crypto.sha256_end(&sha, inner.data());
	for (uint8_t &byte : pad) byte = static_cast<uint8_t>(byte ^ INNER_PAD ^ OUTER_PAD);
	crypto.sha256_begin(&sha);
	crypto.sha256_add(&sha, {pad, BLOCK_BYTES});
	crypto.sha256_add(&sha, bytes_of(inner));
	crypto.sha256_end(&sha, out.data());
	wipe(pad, sizeof pad);
	return out;
}

/** HKDF of the specification, chapter 4.3. */
void hkdf(const Crypto &crypto, const Key &ck, Bytes input, Key *outputs, uint8_t count) {
	Key temp = hmac(crypto, ck, input, NOTHING);
	for (uint8_t i = 1; i <= count; i++)
		outputs[i - 1] = hmac(crypto, temp, i == 1 ? NOTHING : bytes_of(outputs[i - 2]), {&i, 1});
	wipe(temp.data(), temp.size());
}

} // namespace

void CipherState::initialize_key(const Key &key) {
	k_ = key;
	n_ = 0;
}

bool CipherState::encrypt_with_ad(const Crypto &crypto, Bytes ad, uint8_t *text, size_t size) {
	if (n_ == UINT64_MAX) return false; // reserved by the specification
	crypto.seal(k_.data(), n_++, ad, text, size);
	return true;
}

bool CipherState::decrypt_with_ad(const Crypto &crypto, Bytes ad, uint8_t *text, size_t size) {
	if (size < TAG_BYTES || n_ == UINT64_MAX) return false;
	if (!crypto.open(k_.data(), n_, ad, text, size - TAG_BYTES)) return false;
	n_++;
	return true;
}

void CipherState::wipe_key() { wipe(k_.data(), k_.size()); }

void Initiator::begin(const Key &psk, Bytes prologue, const Key &secret) {
	psk_ = psk;
	e_ = secret;
	h_ = hash(crypto_, {reinterpret_cast<const uint8_t *>(PROTOCOL_NAME), sizeof PROTOCOL_NAME - 1}, NOTHING);
	ck_ = h_;
	mix_hash(prologue);
}

void Initiator::write_message_1(uint8_t *message, size_t payload_size) {
	mix_key_and_hash(bytes_of(psk_));
	crypto_.dh_public(message, e_.data());
	const Bytes e = {message, DH_BYTES};
	mix_hash(e);
	mix_key(e); // the specification asks for this in handshakes with a psk
	uint8_t *payload = message + DH_BYTES;
	cipher_.encrypt_with_ad(crypto_, bytes_of(h_), payload, payload_size);
	mix_hash({payload, payload_size + TAG_BYTES});
}

bool Initiator::read_message_2(uint8_t *message, size_t size, Transport *transport) {
	if (size < HANDSHAKE_OVERHEAD) return false;
	const Bytes re = {message, DH_BYTES};
	mix_hash(re);
	mix_key(re);
	Key shared;
	if (!crypto_.dh(shared.data(), e_.data(), message)) return false;
	mix_key(bytes_of(shared));
	wipe(shared.data(), shared.size());
	// The hash covers the ciphertext, which decryption in place overwrites.
	uint8_t *payload = message + DH_BYTES;
	const size_t sealed = size - DH_BYTES;
	const Key ad = h_;
	mix_hash({payload, sealed});
	if (!cipher_.decrypt_with_ad(crypto_, bytes_of(ad), payload, sealed)) return false;
	Key keys[2];
	hkdf(crypto_, ck_, NOTHING, keys, 2);
	transport->send.initialize_key(keys[0]);
	transport->receive.initialize_key(keys[1]);
	wipe(keys, sizeof keys);
	forget();
	return true;
}

void Initiator::forget() {
	for (Key *secret : {&ck_, &psk_, &e_}) wipe(secret->data(), secret->size());
	cipher_.wipe_key();
}

void Initiator::mix_hash(Bytes data) { h_ = hash(crypto_, bytes_of(h_), data); }

void Initiator::mix_key(Bytes input) {
	Key outputs[2];
	hkdf(crypto_, ck_, input, outputs, 2);
	ck_ = outputs[0];
	cipher_.initialize_key(outputs[1]);
	wipe(outputs, sizeof outputs);
}

void Initiator::mix_key_and_hash(Bytes input) {
	Key outputs[3];
	hkdf(crypto_, ck_, input, outputs, 3);
	ck_ = outputs[0];
	mix_hash(bytes_of(outputs[1]));
	cipher_.initialize_key(outputs[2]);
	wipe(outputs, sizeof outputs);
}

} // namespace mooring
