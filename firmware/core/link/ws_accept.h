#pragma once

#include "../bytes.h"

namespace mooring {

/** A nonce of 16 bytes in base64, and the server's answer: SHA-1, 20 bytes, in base64. Neither has a closing zero. */
constexpr size_t WS_KEY_CHARS = 24;
constexpr size_t WS_ACCEPT_CHARS = 28;

void ws_key(const std::array<uint8_t, 16> &nonce, char key[WS_KEY_CHARS]);

/** The Sec-WebSocket-Accept that belongs to a Sec-WebSocket-Key, RFC 6455, 4.2.2. */
void ws_accept(const char key[WS_KEY_CHARS], char accept[WS_ACCEPT_CHARS]);

} // namespace mooring
