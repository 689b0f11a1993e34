// Functions that libraries refer to and a bare chip lacks. They are never called; a call is a bug, and the run times
// out.

extern "C" {

[[noreturn]] void __cxa_pure_virtual() {
	for (;;) {
	}
}

/** libsodium calls it for impossible lengths. */
[[noreturn]] void sodium_misuse() {
	for (;;) {
	}
}
}
