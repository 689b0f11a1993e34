#pragma once

#include <cstdio>

#include "../../core/hal.h"

namespace mooring::esp32 {

/**
 * The chip's own USB socket. Once the computer closes the port, its buffer stays full, and a write or a flush waits or
 * never ends (arduino-esp32 issue 9172, pull requests 9462 and 9660). So nothing is written that does not fit. A line
 * of the log is left out as a whole, and leaves room for an answer to whoever sets the board up.
 */
template<typename Port>
class UsbPort {
public:
	/** The buffer size to set for the port. */
	static constexpr size_t BUFFER_BYTES = 1'024;

	explicit UsbPort(Port &port) : port_(port) {}

	void say(const char *line) {
		char note[32] = "";
		if (left_out_ > 0) snprintf(note, sizeof note, "(%u lines were left out)", static_cast<unsigned>(left_out_));
		const size_t needed = strlen(note) + strlen(line) + 2 * sizeof LINE_END;
		if (room() < needed + MAX_SERIAL_BYTES) {
			if (left_out_ < UINT16_MAX) left_out_++;
			return;
		}
		if (left_out_ > 0) put(note);
		left_out_ = 0;
		put(line);
	}

	bool write(const uint8_t *from, size_t size) { return room() >= size && port_.write(from, size) == size; }

private:
	static constexpr uint8_t LINE_END[2] = {'\r', '\n'};

	size_t room() {
		const int room = port_.availableForWrite();
		return room > 0 ? static_cast<size_t>(room) : 0;
	}
	void put(const char *line) {
		port_.write(reinterpret_cast<const uint8_t *>(line), strlen(line));
		port_.write(LINE_END, sizeof LINE_END);
	}
	Port &port_;
	uint16_t left_out_ = 0;
};

} // namespace mooring::esp32
