#include "../../core/bytes.h"

// Functions that libraries refer to, and nobody calls.

extern "C" {

[[noreturn]] void __cxa_pure_virtual() { __builtin_trap(); }

// For libsodium. Its own file of utilities also handles pages of memory, which do not exist here.

void sodium_memzero(void *memory, size_t size) { mooring::wipe(memory, size); }

/** Called for impossible lengths. */
[[noreturn]] void sodium_misuse() { __builtin_trap(); }

// For the C library, whose own versions call WASI. There are no files: printf only fills buffers.

size_t __stdio_write(void *, const unsigned char *, size_t) { __builtin_trap(); }
long long __stdio_seek(void *, long long, int) { __builtin_trap(); }
int __stdio_close(void *) { __builtin_trap(); }
}
