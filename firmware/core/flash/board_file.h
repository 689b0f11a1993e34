#pragma once

#include "../hal.h"

namespace mooring {

enum class BoardFile : uint8_t { Good, NeverProvisioned, NotOurs, OtherVersion, Damaged };

/**
 * Reads the config file (protocol/README.md, "Config file") in Region::Config, piece by piece. `config` is valid only
 * if the answer is Good. It holds the registration key and the Wi-Fi password.
 */
BoardFile read_board_file(const Hal &hal, wire::BoardConfig *config);

/** A sentence for the board's log. */
const char *words_of(BoardFile file);

} // namespace mooring
