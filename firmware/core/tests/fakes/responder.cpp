#include "responder.h"

namespace mooring::test {

namespace {

constexpr char NAME[] = "Noise_NNpsk0_25519_ChaChaPoly_SHA256";

Key sha256(const Crypto &crypto, const Bytes *parts, size_t count) {
	Sha256 hash;
	Key out;
	crypto.sha256_begin(&hash);
	for (size_t i = 0; i < count; i++) crypto.sha256_add(&hash, parts[i]);
	crypto.sha256_end(&hash, out.data());
	return out;
}

Key hmac(const Crypto &crypto, const Key &key, Bytes a, Bytes b) {
	uint8_t inner[64], outer[64];
	for (size_t i = 0; i < 64; i++) {
		const uint8_t byte = i < key.size() ? key[i] : 0;
		inner[i] = static_cast<uint8_t>(byte ^ 0x36);
		outer[i] = static_cast<uint8_t>(byte ^ 0x5c);
	}
	const Bytes first[3] = {{inner, 64}, a, b};
	const Key hash = sha256(crypto, first, 3);
	const Bytes second[2] = {{outer, 64}, bytes_of(hash)};
	return sha256(crypto, second, 2);
}

} // namespace

void Responder::begin(const Key &psk, Bytes prologue) {
	const Bytes name = {reinterpret_cast<const uint8_t *>(NAME), sizeof NAME - 1};
	psk_ = psk;
	h_ = ck_ = sha256(crypto_, &name, 1);
	mix_hash(prologue);
}

bool Responder::read_message_1(uint8_t *message, size_t size) {
	if (size < HANDSHAKE_OVERHEAD) return false;
	mix_key(bytes_of(psk_), 3);
	memcpy(e_.data(), message, DH_BYTES);
	mix_hash({message, DH_BYTES});
	mix_key({message, DH_BYTES}, 2);
	const Key ad = h_;
	mix_hash({message + DH_BYTES, size - DH_BYTES});
	return cipher_.decrypt_with_ad(crypto_, bytes_of(ad), message + DH_BYTES, size - DH_BYTES);
}

void Responder::write_message_2(uint8_t *message, size_t payload, const Key &secret, Transport *transport) {
	Key shared;
	crypto_.dh_public(message, secret.data());
	mix_hash({message, DH_BYTES});
	mix_key({message, DH_BYTES}, 2);
	crypto_.dh(shared.data(), secret.data(), e_.data());
	mix_key(bytes_of(shared), 2);
	cipher_.encrypt_with_ad(crypto_, bytes_of(h_), message + DH_BYTES, payload);
	const Key temp = hmac(crypto_, ck_, {nullptr, 0}, {nullptr, 0});
	const uint8_t one = 1, two = 2;
	const Key first = hmac(crypto_, temp, {&one, 1}, {nullptr, 0});
	transport->receive.initialize_key(first);
	transport->send.initialize_key(hmac(crypto_, temp, bytes_of(first), {&two, 1}));
}

void Responder::mix_hash(Bytes data) {
	const Bytes parts[2] = {bytes_of(h_), data};
	h_ = sha256(crypto_, parts, 2);
}

void Responder::mix_key(Bytes input, uint8_t count) {
	const Key temp = hmac(crypto_, ck_, input, {nullptr, 0});
	Key output{};
	for (uint8_t i = 1; i <= count; i++) {
		output = hmac(crypto_, temp, i == 1 ? Bytes{nullptr, 0} : bytes_of(output), {&i, 1});
		if (i == 1) ck_ = output;
		if (i == 2 && count == 3) mix_hash(bytes_of(output));
	}
	cipher_.initialize_key(output);
}

} // namespace mooring::test
