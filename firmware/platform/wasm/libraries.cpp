#include "../../core/bytes.h"

// What libraries want to be there, and nobody needs.

extern "C" {

[[noreturn]] void __cxa_pure_virtual() { __builtin_trap(); }

// Of libsodium, whose other utilities are about pages of memory, which there are none of here.

void sodium_memzero(void *memory, size_t size) { mooring::wipe(memory, size); }

/** Of lengths that cannot be. */
[[noreturn]] void sodium_misuse() { __builtin_trap(); }

// Of the C library's files: there are none, printf only fills buffers. Its own ask for the functions of WASI.

size_t __stdio_write(void *, const unsigned char *, size_t) { __builtin_trap(); }
long long __stdio_seek(void *, long long, int) { __builtin_trap(); }
int __stdio_close(void *) { __builtin_trap(); }
}
