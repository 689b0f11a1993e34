// What libraries call that are not on a bare chip. Neither comes to pass: whoever gets here has a mistake to find.

extern "C" {

[[noreturn]] void __cxa_pure_virtual() {
	for (;;) {
	}
}

/** Of libsodium, where it is called with lengths that cannot be. */
[[noreturn]] void sodium_misuse() {
	for (;;) {
	}
}
}
