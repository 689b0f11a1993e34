#pragma once

#include "hal.h"

namespace mooring {

/**
 * The board's log. Every line goes to the serial port at once. Notes, warnings and errors also go to the hub as soon as
 * there is one; the newest are kept for that. Never log a secret.
 */
class Log {
public:
	static constexpr size_t LINES = 8;
	static constexpr size_t LINE_BYTES = 128;

	struct Line {
		wire::LogLevel level;
		char text[LINE_BYTES];
	};

	explicit Log(const Hal &hal) : hal_(hal) {}

	__attribute__((format(printf, 2, 3))) void info(const char *format, ...);
	/** As info, but the hub gets it too. */
	__attribute__((format(printf, 2, 3))) void note(const char *format, ...);
	__attribute__((format(printf, 2, 3))) void warn(const char *format, ...);
	__attribute__((format(printf, 2, 3))) void error(const char *format, ...);

	/** The oldest line that the hub has not got yet; nullptr if there is none. */
	const Line *untold() const { return count_ > 0 ? &lines_[first_] : nullptr; }
	void told();

private:
	void add(wire::LogLevel level, bool for_hub, const char *format, __builtin_va_list values);

	const Hal &hal_;
	Line lines_[LINES]{};
	size_t first_ = 0, count_ = 0;
};

} // namespace mooring
