#include "log.h"

#include <cstdarg>
#include <cstdio>

namespace mooring {

namespace {
constexpr uint8_t FIRST_PRINTABLE = ' ', DELETE = 0x7f;
} // namespace

void Log::info(const char *format, ...) {
	va_list values;
	va_start(values, format);
	add(mooring_v2_LogLevel_LOG_LEVEL_INFO, false, format, values);
	va_end(values);
}

void Log::note(const char *format, ...) {
	va_list values;
	va_start(values, format);
	add(mooring_v2_LogLevel_LOG_LEVEL_INFO, true, format, values);
	va_end(values);
}

void Log::warn(const char *format, ...) {
	va_list values;
	va_start(values, format);
	add(mooring_v2_LogLevel_LOG_LEVEL_WARN, true, format, values);
	va_end(values);
}

void Log::error(const char *format, ...) {
	va_list values;
	va_start(values, format);
	add(mooring_v2_LogLevel_LOG_LEVEL_ERROR, true, format, values);
	va_end(values);
}

void Log::add(wire::LogLevel level, bool for_hub, const char *format, va_list values) {
	Line line;
	line.level = level;
	vsnprintf(line.text, sizeof line.text, format, values);
	// Lines may contain words of a hub that nobody has proved: control characters must not reach a terminal.
	for (char *sign = line.text; *sign != '\0'; sign++) {
		const uint8_t code = static_cast<uint8_t>(*sign); // above ASCII it is part of UTF-8
		if (code < FIRST_PRINTABLE || code == DELETE) *sign = '?';
	}
	hal_.log(hal_.context, level, line.text);
	if (!for_hub) return;
	if (count_ == LINES) told();
	lines_[(first_ + count_++) % LINES] = line;
}

void Log::told() {
	first_ = (first_ + 1) % LINES;
	count_--;
}

} // namespace mooring
