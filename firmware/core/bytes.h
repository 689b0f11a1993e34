#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace mooring {

/** Bytes that somebody else owns. */
struct Bytes {
	const uint8_t *data;
	size_t size;
};

using Key = std::array<uint8_t, 32>;
using KeyId = std::array<uint8_t, 16>;

template<size_t N>
constexpr Bytes bytes_of(const std::array<uint8_t, N> &array) {
	return {array.data(), N};
}

/** Takes the same time wherever the two differ. */
inline bool same_secret(const uint8_t *a, const uint8_t *b, size_t size) {
	uint8_t difference = 0;
	for (size_t i = 0; i < size; i++) difference = static_cast<uint8_t>(difference | (a[i] ^ b[i]));
	return difference == 0;
}

/** Removes keys from memory when they are no longer needed. Volatile, so that the compiler cannot leave it out. */
inline void wipe(void *memory, size_t size) {
	volatile uint8_t *byte = static_cast<volatile uint8_t *>(memory);
	while (size-- > 0) *byte++ = 0;
}

inline uint16_t read_le16(const uint8_t *from) { return static_cast<uint16_t>(from[0] | from[1] << 8); }

inline uint32_t read_le32(const uint8_t *from) {
	return static_cast<uint32_t>(read_le16(from)) | static_cast<uint32_t>(read_le16(from + 2)) << 16;
}

inline uint64_t read_le64(const uint8_t *from) {
	return static_cast<uint64_t>(read_le32(from)) | static_cast<uint64_t>(read_le32(from + 4)) << 32;
}

inline void write_le32(uint8_t *to, uint32_t value) {
	for (int i = 0; i < 4; i++) to[i] = static_cast<uint8_t>(value >> (8 * i));
}

inline void write_le64(uint8_t *to, uint64_t value) {
	write_le32(to, static_cast<uint32_t>(value));
	write_le32(to + 4, static_cast<uint32_t>(value >> 32));
}

} // namespace mooring
