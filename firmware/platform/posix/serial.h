#pragma once

#include <string>

namespace mooring::posix {

/**
 * The serial port of a board that is a program: its standard input and output. The board reads every byte that comes,
 * and so do the lines by which somebody moves what is around it.
 */
class Serial {
public:
	/** Takes what has come; false where the input has come to its end. */
	bool fill();
	/** The next whole line, without its end; false where there is none. */
	bool take_line(std::string *line);

	size_t read(uint8_t *out, size_t room);
	bool write(const uint8_t *from, size_t size);

private:
	std::string bytes_, lines_;
};

} // namespace mooring::posix
