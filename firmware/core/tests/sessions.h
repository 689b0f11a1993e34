#pragma once

#include <cstddef>

/** The Noise vectors of protocol/vectors, everything in hex. */
namespace mooring::test {

struct NoiseMessage {
	const char *payload, *ciphertext;
};

struct NoiseVector {
	const char *prologue, *psk, *ephemeral;
	const NoiseMessage *messages;
	size_t count;
};

struct SessionFrame {
	bool from_board;
	const char *plaintext, *frame;
};

struct SessionVector {
	const char *psk, *secret, *preface, *hello, *message_1, *welcome, *message_2;
	const SessionFrame *frames;
	size_t count;
};

} // namespace mooring::test
