#include "chip.h"

namespace mooring::test {

uint64_t instructions() {
	uint32_t high, low, again;
	do {
		// The assembler wants the counters' extension named; every such core has it.
		asm volatile(".option push\n.option arch, +zicsr\n"
					 "csrr %0, minstreth\ncsrr %1, minstret\ncsrr %2, minstreth\n.option pop"
					 : "=r"(high), "=r"(low), "=r"(again));
	} while (high != again);
	return static_cast<uint64_t>(high) << 32 | low;
}

} // namespace mooring::test
