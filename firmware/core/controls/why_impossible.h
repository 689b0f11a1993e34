#pragma once

#include "../hal.h"

namespace mooring {

/** What of a configuration this board cannot do, a sentence for people; nullptr where it can do all. */
const char *why_impossible(const Hal &hal, const wire::Configure &configure);

} // namespace mooring
