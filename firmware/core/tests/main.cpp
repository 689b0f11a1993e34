#include "test.h"

namespace mooring::test {

namespace {

constexpr size_t NAME_BYTES = 200;
/** A test prints at most this many of its failures. */
constexpr int MOST_WORDS = 5;

char name[NAME_BYTES];
int failures_of_case, failures, cases;

} // namespace

void begin_case(const char *of) {
	snprintf(name, sizeof name, "%s", of);
	failures_of_case = 0;
}

void end_case() {
	printf("%s %s\n", failures_of_case == 0 ? "ok" : "FAILED", name);
	cases++;
	failures += failures_of_case > 0 ? 1 : 0;
	name[0] = '\0';
}

void fail(const char *file, int line, const char *what) {
	const char *slash = strrchr(file, '/');
	if (failures_of_case++ < MOST_WORDS) printf("  %s:%d: %s\n", slash != nullptr ? slash + 1 : file, line, what);
}

void fail_equal(const char *file, int line, const char *what, long long found, long long wanted) {
	char words[NAME_BYTES];
	snprintf(words, sizeof words, "%s is %ld, not %ld", what, static_cast<long>(found), static_cast<long>(wanted));
	fail(file, line, words);
}

bool has_failed() { return failures_of_case > 0; }

bool equal_bytes(Bytes found, Bytes wanted) {
	return found.size == wanted.size && (found.size == 0 || memcmp(found.data, wanted.data, found.size) == 0);
}

Bytes unhex(const char *hex, uint8_t *out, size_t room) {
	size_t size = 0;
	for (; hex[0] != '\0' && size < room; hex += 2, size++) {
		unsigned byte;
		sscanf(hex, "%2x", &byte);
		out[size] = static_cast<uint8_t>(byte);
	}
	return {out, size};
}

} // namespace mooring::test

using namespace mooring::test;

int main() {
	// The list has the last test first.
	Test *ordered = nullptr;
	for (Test *test = Test::first(), *next; test != nullptr; test = next) {
		next = test->next;
		test->next = ordered;
		ordered = test;
	}
	for (Test *test = ordered; test != nullptr; test = test->next) {
		char line[NAME_BYTES];
		snprintf(line, sizeof line, "%s: %s", test->group, test->name);
		begin_case(line);
		test->body();
		// A test that ended its own cases has no open case here.
		if (name[0] != '\0') end_case();
	}
	printf("%d passed, %d failed\n", cases - failures, failures);
	return failures == 0 ? 0 : 1;
}
