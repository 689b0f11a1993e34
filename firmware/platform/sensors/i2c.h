#pragma once

#include <cstddef>

#include "pins.h"

namespace mooring {

/** I²C in software on any two pins, at less than 100 kHz: NXP, UM10204, "Standard-mode". A transfer takes a few ms. */
class I2c {
public:
	I2c(Pins &pins, uint32_t data, uint32_t clock);

	/** False if no device of this address takes it. */
	bool write(uint8_t address, const uint8_t *from, size_t size);
	bool read(uint8_t address, uint8_t *out, size_t size);

private:
	void start();
	void stop();
	bool raise_clock();
	bool put(uint8_t byte);
	bool get(bool more, uint8_t *out);

	Pins &pins_;
	const uint32_t data_, clock_;
};

} // namespace mooring
