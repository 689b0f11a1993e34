#pragma once

#include <string>

namespace mooring::posix {

/**
 * The posix board's serial port: its standard input and output. The board reads every byte; the same bytes are also
 * read as lines, by which somebody moves switches and networks around the board.
 */
class Serial {
public:
	/** Reads what has come; false at the end of the input. */
	bool fill();
	/** The next whole line, without its end; false if there is none. */
	bool take_line(std::string *line);

	size_t read(uint8_t *out, size_t room);
	bool write(const uint8_t *from, size_t size);

private:
	std::string bytes_, lines_;
};

} // namespace mooring::posix
