#pragma once

#include <cstddef>

/** The shapes of protocol/vectors' Noise tables, everything in hex. */
namespace mooring::test {

struct NoiseMessage {
	const char *payload, *ciphertext;
};

struct NoiseVector {
	const char *prologue, *psk, *ephemeral, *handshake_hash;
	const NoiseMessage *messages;
	size_t count;
};

struct SessionFrame {
	bool from_board;
	const char *plaintext, *frame;
};

struct SessionVector {
	const char *psk, *secret, *preface, *hello, *message_1, *welcome, *message_2;
	const char *handshake_hash, *board_to_hub_key, *hub_to_board_key;
	const SessionFrame *frames;
	size_t count;
};

} // namespace mooring::test
