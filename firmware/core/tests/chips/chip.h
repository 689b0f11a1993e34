#pragma once

#include <cstdint>

namespace mooring::test {

/** Instructions since the start, counted by the emulator, so the figure is the same at every run. */
uint64_t instructions();

} // namespace mooring::test
