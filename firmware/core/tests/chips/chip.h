#pragma once

#include <cstdint>

namespace mooring::test {

/** Instructions since the start, as the emulator counts them: a figure that is the same at every run. */
uint64_t instructions();

} // namespace mooring::test
