#pragma once

#include "../../setup/improv.h"
#include "../test.h"

namespace mooring::test {

/** A packet that a client of Improv sends. */
struct Request {
	explicit Request(ImprovCommand command) : Request(static_cast<uint8_t>(command), {nullptr, 0}) {}
	Request(uint8_t command, Bytes data);
	/** Gives a board its Wi-Fi. */
	Request(const char *ssid, const char *password);

	Bytes all() const { return {bytes, size}; }

	uint8_t bytes[300];
	size_t size = 0;

private:
	void finish(uint8_t command, Bytes data);
};

/** One packet of a board. */
struct Reply {
	enum Type : uint8_t { STATE = 1, ERROR = 2, RESULT = 4 };
	uint8_t type;
	/** state or error, or the command of the result; and the result's strings, each with its length before it */
	uint8_t value;
	Bytes strings;

	/** Whether its `index`th string is `text`. */
	bool has(size_t index, const char *text) const;
	size_t count() const;
};

/**
 * Finds the next packet from `at` on, and moves `at` behind it. False if there is none. Each must have its own line.
 */
bool next_reply(Bytes said, size_t *at, Reply *out);

} // namespace mooring::test
