#include "serial.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace mooring::posix {

namespace {

/** How much unread input a chip keeps; more is lost. */
constexpr size_t MAX_UNREAD = 4096;
/** Longer lines are ignored. */
constexpr size_t MAX_LINE = 200;

} // namespace

bool Serial::fill() {
	char piece[512];
	const ssize_t size = ::read(STDIN_FILENO, piece, sizeof piece);
	if (size <= 0) return false;
	const size_t count = static_cast<size_t>(size);
	bytes_.append(piece, std::min(count, MAX_UNREAD - bytes_.size()));
	lines_.append(piece, count);
	return true;
}

bool Serial::take_line(std::string *line) {
	const size_t end = lines_.find('\n');
	if (end == std::string::npos) {
		if (lines_.size() > MAX_LINE) lines_.erase(0, lines_.size() - MAX_LINE);
		return false;
	}
	*line = lines_.substr(0, end);
	lines_.erase(0, end + 1);
	return true;
}

size_t Serial::read(uint8_t *out, size_t room) {
	const size_t size = std::min(room, bytes_.size());
	std::copy_n(bytes_.begin(), size, out);
	bytes_.erase(0, size);
	return size;
}

bool Serial::write(const uint8_t *from, size_t size) {
	// Through the same buffer as the lines of the log, so that none comes in between.
	const bool written = fwrite(from, 1, size, stdout) == size;
	return fflush(stdout) == 0 && written;
}

} // namespace mooring::posix
