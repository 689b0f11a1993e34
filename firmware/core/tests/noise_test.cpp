#include "../link/noise.h"
#include "fakes/crypto_of_tests.h"
#include "test.h"
#include "vectors.h"

namespace mooring::test {

namespace {

constexpr size_t ROOM = 512;

Key key_of(const char *hex) {
	Key key;
	unhex(hex, key.data(), key.size());
	return key;
}

/** Room for a message of the vectors: the payload is put where the initiator wants it, the frame begins at 0. */
struct Buffer {
	uint8_t bytes[ROOM];
	size_t put(const char *hex, size_t at) { return unhex(hex, bytes + at, ROOM - at).size; }
	bool is(const char *hex) const {
		uint8_t wanted[ROOM];
		const Bytes of = unhex(hex, wanted, ROOM);
		return equal_bytes({bytes, of.size}, of);
	}
};

} // namespace

TEST(Noise, PublishedVector_IsReproducedToTheByte) {
	const Crypto &crypto = crypto_of_tests();
	Initiator initiator(crypto);
	Transport transport;
	Buffer buffer;
	uint8_t prologue[ROOM];
	initiator.begin(key_of(NOISE.psk), unhex(NOISE.prologue, prologue, ROOM), key_of(NOISE.ephemeral));
	initiator.write_message_1(buffer.bytes, buffer.put(NOISE.messages[0].payload, DH_BYTES));
	CHECK(buffer.is(NOISE.messages[0].ciphertext));
	const size_t size = buffer.put(NOISE.messages[1].ciphertext, 0);
	CHECK(initiator.read_message_2(buffer.bytes, size, &transport));
	Buffer payload;
	CHECK_BYTES((Bytes{buffer.bytes + DH_BYTES, size - HANDSHAKE_OVERHEAD}),
				(Bytes{payload.bytes, payload.put(NOISE.messages[1].payload, 0)}));
	for (size_t i = 2; i < NOISE.count; i++) {
		const NoiseMessage &message = NOISE.messages[i];
		const bool sends = i % 2 == 0;
		const size_t length = buffer.put(sends ? message.payload : message.ciphertext, 0);
		CHECK(sends ? transport.send.encrypt_with_ad(crypto, {nullptr, 0}, buffer.bytes, length)
					: transport.receive.decrypt_with_ad(crypto, {nullptr, 0}, buffer.bytes, length));
		if (sends)
			CHECK(buffer.is(message.ciphertext));
		else
			CHECK_BYTES((Bytes{buffer.bytes, length - TAG_BYTES}),
						(Bytes{payload.bytes, payload.put(message.payload, 0)}));
	}
}

TEST(Noise, LinkSession_IsReproducedToTheByte) {
	const Crypto &crypto = crypto_of_tests();
	Initiator initiator(crypto);
	Transport transport;
	Buffer buffer, wanted;
	uint8_t preface[ROOM];
	initiator.begin(key_of(SESSION.psk), unhex(SESSION.preface, preface, ROOM), key_of(SESSION.secret));
	initiator.write_message_1(buffer.bytes, buffer.put(SESSION.hello, DH_BYTES));
	CHECK(buffer.is(SESSION.message_1));
	const size_t size = buffer.put(SESSION.message_2, 0);
	CHECK(initiator.read_message_2(buffer.bytes, size, &transport));
	CHECK_BYTES((Bytes{buffer.bytes + DH_BYTES, size - HANDSHAKE_OVERHEAD}),
				(Bytes{wanted.bytes, wanted.put(SESSION.welcome, 0)}));
	for (size_t i = 0; i < SESSION.count; i++) {
		const SessionFrame &frame = SESSION.frames[i];
		if (frame.from_board) {
			CHECK(transport.send.encrypt_with_ad(crypto, {nullptr, 0}, buffer.bytes, buffer.put(frame.plaintext, 0)));
			CHECK(buffer.is(frame.frame));
		} else {
			const size_t length = buffer.put(frame.frame, 0);
			CHECK(transport.receive.decrypt_with_ad(crypto, {nullptr, 0}, buffer.bytes, length));
			CHECK(buffer.is(frame.plaintext));
		}
	}
}

TEST(Noise, Message2WithAnyBitChanged_IsRefused) {
	uint8_t preface[ROOM];
	Buffer message;
	const size_t size = message.put(SESSION.message_2, 0);
	for (size_t byte = 0; byte < size; byte += ON_CHIP ? 13 : 1) {
		// The highest bit of a public key is ignored: RFC 7748, 5.
		if (byte == DH_BYTES - 1) continue;
		Initiator initiator(crypto_of_tests());
		Transport transport;
		Buffer buffer, changed = message;
		initiator.begin(key_of(SESSION.psk), unhex(SESSION.preface, preface, ROOM), key_of(SESSION.secret));
		initiator.write_message_1(buffer.bytes, buffer.put(SESSION.hello, DH_BYTES));
		changed.bytes[byte] = static_cast<uint8_t>(changed.bytes[byte] ^ 1 << byte % 8);
		CHECK(!initiator.read_message_2(changed.bytes, size, &transport));
	}
}

TEST(Noise, Message2ThatIsCutOff_IsRefused) {
	uint8_t preface[ROOM];
	for (size_t size = 0; size < HANDSHAKE_OVERHEAD + 8; size += ON_CHIP ? 13 : 1) {
		Initiator initiator(crypto_of_tests());
		Transport transport;
		Buffer buffer;
		initiator.begin(key_of(SESSION.psk), unhex(SESSION.preface, preface, ROOM), key_of(SESSION.secret));
		initiator.write_message_1(buffer.bytes, buffer.put(SESSION.hello, DH_BYTES));
		buffer.put(SESSION.message_2, 0);
		CHECK(!initiator.read_message_2(buffer.bytes, size, &transport));
	}
}

TEST(Noise, WeakPublicKey_IsRefused) {
	Initiator initiator(crypto_of_tests());
	Transport transport;
	Buffer buffer;
	uint8_t preface[ROOM];
	initiator.begin(key_of(SESSION.psk), unhex(SESSION.preface, preface, ROOM), key_of(SESSION.secret));
	initiator.write_message_1(buffer.bytes, buffer.put(SESSION.hello, DH_BYTES));
	const size_t size = buffer.put(SESSION.message_2, 0);
	memset(buffer.bytes, 0, DH_BYTES);
	CHECK(!initiator.read_message_2(buffer.bytes, size, &transport));
}

TEST(Noise, FrameThatComesTwice_IsRefused) {
	const Crypto &crypto = crypto_of_tests();
	CipherState send, receive;
	send.initialize_key(key_of(SESSION.psk));
	receive.initialize_key(key_of(SESSION.psk));
	uint8_t frame[8 + TAG_BYTES] = "1234567", again[sizeof frame];
	CHECK(send.encrypt_with_ad(crypto, {nullptr, 0}, frame, 8));
	memcpy(again, frame, sizeof frame);
	CHECK(receive.decrypt_with_ad(crypto, {nullptr, 0}, frame, sizeof frame));
	CHECK(!receive.decrypt_with_ad(crypto, {nullptr, 0}, again, sizeof again));
}

} // namespace mooring::test
