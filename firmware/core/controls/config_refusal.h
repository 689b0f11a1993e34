#pragma once

#include "../hal.h"

namespace mooring {

/** A sentence for people that says what this board cannot do of a configuration; nullptr if it can do all of it. */
const char *config_refusal(const Hal &hal, const wire::Configure &configure);

} // namespace mooring
