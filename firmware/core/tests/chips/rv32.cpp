#include "chip.h"

namespace mooring::test {

uint64_t instructions() {
	uint32_t high, low, again;
	do {
		// The counters are an extension by name that every such core has.
		asm volatile(".option push\n.option arch, +zicsr\n"
					 "csrr %0, minstreth\ncsrr %1, minstret\ncsrr %2, minstreth\n.option pop"
					 : "=r"(high), "=r"(low), "=r"(again));
	} while (high != again);
	return static_cast<uint64_t>(high) << 32 | low;
}

} // namespace mooring::test
