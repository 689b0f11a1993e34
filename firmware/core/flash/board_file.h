#pragma once

#include "../hal.h"

namespace mooring {

enum class BoardFile : uint8_t { Good, NeverProvisioned, NotOurs, OtherVersion, Damaged };

/**
 * Reads the config file (protocol/README.md, "Config file") in Region::Config, piece by piece. `config` is good only
 * where the answer is; it holds the registration key and the Wi-Fi password.
 */
BoardFile read_board_file(const Hal &hal, wire::BoardConfig *config);

/** For the board's log. */
const char *words_of(BoardFile file);

} // namespace mooring
