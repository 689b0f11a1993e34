#include "ws_accept.h"

namespace mooring {

namespace {

constexpr char GUID[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
constexpr size_t GUID_CHARS = sizeof GUID - 1;
constexpr size_t SHA1_BYTES = 20;
constexpr size_t SHA1_BLOCK_BYTES = 64;
/** Key, GUID, closing bit and length fill two blocks. */
constexpr size_t BLOCKS = 2;

uint32_t rotate(uint32_t value, int bits) { return value << bits | value >> (32 - bits); }

/** One block of SHA-1, FIPS 180-4, 6.1.2, with the schedule in a ring of 16 words. */
void sha1_block(uint32_t hash[5], const uint8_t block[SHA1_BLOCK_BYTES]) {
	uint32_t w[16];
	for (size_t t = 0; t < 16; t++)
		w[t] = static_cast<uint32_t>(block[4 * t]) << 24 | static_cast<uint32_t>(block[4 * t + 1]) << 16 |
			   static_cast<uint32_t>(block[4 * t + 2]) << 8 | block[4 * t + 3];
	uint32_t a = hash[0], b = hash[1], c = hash[2], d = hash[3], e = hash[4];
	for (size_t t = 0; t < 80; t++) {
		if (t >= 16) w[t % 16] = rotate(w[(t + 13) % 16] ^ w[(t + 8) % 16] ^ w[(t + 2) % 16] ^ w[t % 16], 1);
		uint32_t f, k;
		if (t < 20)
			f = (b & c) | (~b & d), k = 0x5a827999;
		else if (t < 40)
			f = b ^ c ^ d, k = 0x6ed9eba1;
		else if (t < 60)
			f = (b & c) | (b & d) | (c & d), k = 0x8f1bbcdc;
		else
			f = b ^ c ^ d, k = 0xca62c1d6;
		const uint32_t next = rotate(a, 5) + f + e + k + w[t % 16];
		e = d;
		d = c;
		c = rotate(b, 30);
		b = a;
		a = next;
	}
	hash[0] += a;
	hash[1] += b;
	hash[2] += c;
	hash[3] += d;
	hash[4] += e;
}

void base64(const uint8_t *from, size_t size, char *to) {
	static const char SIGNS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < size; i += 3) {
		const size_t left = size - i;
		const uint32_t three = static_cast<uint32_t>(from[i]) << 16 |
							   static_cast<uint32_t>(left > 1 ? from[i + 1] : 0) << 8 | (left > 2 ? from[i + 2] : 0u);
		*to++ = SIGNS[three >> 18];
		*to++ = SIGNS[three >> 12 & 63];
		*to++ = left > 1 ? SIGNS[three >> 6 & 63] : '=';
		*to++ = left > 2 ? SIGNS[three & 63] : '=';
	}
}

} // namespace

void ws_key(const std::array<uint8_t, 16> &nonce, char key[WS_KEY_CHARS]) { base64(nonce.data(), nonce.size(), key); }

void ws_accept(const char key[WS_KEY_CHARS], char accept[WS_ACCEPT_CHARS]) {
	constexpr size_t length = WS_KEY_CHARS + GUID_CHARS;
	uint8_t message[BLOCKS * SHA1_BLOCK_BYTES] = {};
	memcpy(message, key, WS_KEY_CHARS);
	memcpy(message + WS_KEY_CHARS, GUID, GUID_CHARS);
	message[length] = 0x80;
	message[sizeof message - 2] = static_cast<uint8_t>(length * 8 >> 8);
	message[sizeof message - 1] = static_cast<uint8_t>(length * 8 & 0xff);
	uint32_t hash[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
	for (size_t block = 0; block < BLOCKS; block++) sha1_block(hash, message + block * SHA1_BLOCK_BYTES);
	uint8_t digest[SHA1_BYTES];
	for (size_t i = 0; i < SHA1_BYTES; i++) digest[i] = static_cast<uint8_t>(hash[i / 4] >> (24 - 8 * (i % 4)));
	base64(digest, SHA1_BYTES, accept);
}

} // namespace mooring
