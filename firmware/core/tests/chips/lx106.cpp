#include "chip.h"

#include <cstdio>

// Start-up, output and end of a program on QEMU's `sim` board, where the instruction `simcall` calls the host.

namespace {

enum : int { SIM_EXIT = 1, SIM_WRITE = 4 };
constexpr int STANDARD_OUTPUT = 1;
/** With -icount shift=0 an instruction is a nanosecond, and the cycle counter runs at 40 MHz. */
constexpr uint32_t INSTRUCTIONS_A_CYCLE = 25;

int simcall(int number, int a, const void *b, int c) {
	register int a2 asm("a2") = number;
	register int a3 asm("a3") = a;
	register const void *a4 asm("a4") = b;
	register int a5 asm("a5") = c;
	asm volatile("simcall" : "+r"(a2), "+r"(a3) : "r"(a4), "r"(a5) : "memory");
	return a2;
}

/** Aligned, since the emulator writes only from within one page. */
alignas(256) char line[256];
int length = 0;

int put(char sign, FILE *) {
	line[length++] = sign;
	if (sign == '\n' || length == sizeof line) {
		simcall(SIM_WRITE, STANDARD_OUTPUT, line, length);
		length = 0;
	}
	return 0;
}

FILE console = FDEV_SETUP_STREAM(put, nullptr, nullptr, _FDEV_SETUP_WRITE);

} // namespace

int main();

FILE *const stdout = &console;

extern "C" {

extern uint32_t _bss_begin[], _bss_end[];
extern void (*const _init_begin[])();
extern void (*const _init_end[])();

[[noreturn]] void start_of_tests() {
	for (uint32_t *word = _bss_begin; word < _bss_end; word++) *word = 0;
	for (auto init = _init_begin; init < _init_end; init++) (*init)();
	const int code = main();
	for (;;) simcall(SIM_EXIT, code, nullptr, 0);
}
}

namespace mooring::test {

uint64_t instructions() {
	uint32_t cycles;
	asm volatile("rsr %0, ccount" : "=r"(cycles));
	return static_cast<uint64_t>(cycles) * INSTRUCTIONS_A_CYCLE;
}

} // namespace mooring::test
