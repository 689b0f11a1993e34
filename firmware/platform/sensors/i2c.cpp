#include "i2c.h"

namespace mooring {

namespace {

constexpr uint32_t HALF_US = 6;
/** How long a device may hold the clock low. */
constexpr uint32_t STRETCH_US = 1'000;
/** A device that lost count in a read releases the data line after at most this many clocks. */
constexpr int CLOCKS_TO_FREEDOM = 9;

} // namespace

I2c::I2c(Pins &pins, uint32_t data, uint32_t clock) : pins_(pins), data_(data), clock_(clock) {
	pins_.prepare(data_);
	pins_.prepare(clock_);
	pins_.wait_us(HALF_US);
	for (int i = 0; i < CLOCKS_TO_FREEDOM && !pins_.is_high(data_); i++) {
		pins_.drive_low(clock_);
		pins_.wait_us(HALF_US);
		raise_clock();
	}
}

bool I2c::write(uint8_t address, const uint8_t *from, size_t size) {
	start();
	bool taken = put(static_cast<uint8_t>(address << 1));
	for (size_t i = 0; i < size && taken; i++) taken = put(from[i]);
	stop();
	return taken;
}

bool I2c::read(uint8_t address, uint8_t *out, size_t size) {
	start();
	bool good = put(static_cast<uint8_t>(address << 1 | 1));
	for (size_t i = 0; i < size && good; i++) good = get(i + 1 < size, &out[i]);
	stop();
	return good;
}

void I2c::start() {
	pins_.let_go(data_);
	raise_clock();
	pins_.drive_low(data_);
	pins_.wait_us(HALF_US);
	pins_.drive_low(clock_);
	pins_.wait_us(HALF_US);
}

void I2c::stop() {
	pins_.drive_low(data_);
	pins_.wait_us(HALF_US);
	raise_clock();
	pins_.let_go(data_);
	pins_.wait_us(HALF_US);
}

bool I2c::raise_clock() {
	pins_.let_go(clock_);
	const uint32_t begin = pins_.now_us();
	while (!pins_.is_high(clock_))
		if (pins_.now_us() - begin > STRETCH_US) return false;
	pins_.wait_us(HALF_US);
	return true;
}

/** False if nobody acknowledges. */
bool I2c::put(uint8_t byte) {
	for (int bit = 7; bit >= 0; bit--) {
		if ((byte >> bit & 1) != 0)
			pins_.let_go(data_);
		else
			pins_.drive_low(data_);
		pins_.wait_us(HALF_US);
		if (!raise_clock()) return false;
		pins_.drive_low(clock_);
	}
	pins_.let_go(data_);
	pins_.wait_us(HALF_US);
	if (!raise_clock()) return false;
	const bool acknowledged = !pins_.is_high(data_);
	pins_.drive_low(clock_);
	pins_.wait_us(HALF_US);
	return acknowledged;
}

bool I2c::get(bool more, uint8_t *out) {
	pins_.let_go(data_);
	*out = 0;
	for (int bit = 0; bit < 8; bit++) {
		pins_.wait_us(HALF_US);
		if (!raise_clock()) return false;
		*out = static_cast<uint8_t>(*out << 1 | (pins_.is_high(data_) ? 1 : 0));
		pins_.drive_low(clock_);
	}
	if (more) pins_.drive_low(data_);
	pins_.wait_us(HALF_US);
	if (!raise_clock()) return false;
	pins_.drive_low(clock_);
	pins_.wait_us(HALF_US);
	pins_.let_go(data_);
	return true;
}

} // namespace mooring
