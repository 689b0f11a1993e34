#pragma once

#include <cstdio>
#include <cstring>

#include "../bytes.h"

/**
 * The core's tests run wherever the core does, even on bare chips: no library, no heap, one line of output per test.
 *
 *     TEST(Crc32, OfTheStandardsExample) { CHECK_EQUAL(crc32(0, DIGITS), 0xcbf43926u); }
 */
namespace mooring::test {

using Body = void (*)();

/** Tests register themselves in a list, which needs no heap. */
struct Test {
	Test(const char *group, const char *name, Body body) : group(group), name(name), body(body), next(first()) {
		first() = this;
	}

	static Test *&first() {
		static Test *list = nullptr;
		return list;
	}

	const char *group, *name;
	Body body;
	Test *next;
};

/** For a test of many cases: gives each a line of output. */
void begin_case(const char *name);
void end_case();
void fail(const char *file, int line, const char *what);
void fail_equal(const char *file, int line, const char *what, long long found, long long wanted);
bool has_failed();

bool equal_bytes(Bytes found, Bytes wanted);
/** Converts hex digits to bytes; `room` must be enough. */
Bytes unhex(const char *hex, uint8_t *out, size_t room);

/** An emulated chip is slow: what is tried thousands of times elsewhere is tried tens of times there. */
#ifdef MOORING_ON_CHIP
constexpr bool ON_CHIP = true;
#else
constexpr bool ON_CHIP = false;
#endif

/** The same numbers at every run, so that a failure can be repeated. */
class Random {
public:
	explicit Random(uint32_t seed) : state_(seed) {}
	uint32_t next() {
		state_ ^= state_ << 13;
		state_ ^= state_ >> 17;
		state_ ^= state_ << 5;
		return state_;
	}
	uint32_t below(uint32_t limit) { return next() % limit; }
	void fill(uint8_t *out, size_t size) {
		for (size_t i = 0; i < size; i++) out[i] = static_cast<uint8_t>(next() >> 11);
	}

private:
	uint32_t state_;
};

} // namespace mooring::test

#define TEST(group, name)                                                                                              \
	static void group##_##name();                                                                                      \
	static mooring::test::Test group##_##name##_test(#group, #name, group##_##name);                                   \
	static void group##_##name()

#define CHECK(condition)                                                                                               \
	do {                                                                                                               \
		if (!(condition)) mooring::test::fail(__FILE__, __LINE__, #condition);                                         \
	} while (false)

#define CHECK_EQUAL(found, wanted)                                                                                     \
	do {                                                                                                               \
		const long long found_ = static_cast<long long>(found), wanted_ = static_cast<long long>(wanted);              \
		if (found_ != wanted_) mooring::test::fail_equal(__FILE__, __LINE__, #found, found_, wanted_);                 \
	} while (false)

#define CHECK_BYTES(found, wanted) CHECK(mooring::test::equal_bytes(found, wanted))
