#pragma once

#include "bench.h"

namespace mooring::test {

/**
 * A device on an I²C bus, which also checks the times on the wires: NXP, UM10204, "Standard-mode", table 10. Names of
 * times are those of the table, values are rounded up to µs.
 */
class I2cDevice : public Part {
public:
	static constexpr uint32_t DATA = 4, CLOCK = 5;

	explicit I2cDevice(uint8_t address) : address_(address) {}

	void low(uint32_t pin, uint32_t now) override {
		now_ = now;
		if (pin == CLOCK)
			clock_falls();
		else
			data_falls();
	}
	void high(uint32_t pin, uint32_t now) override {
		now_ = now;
		if (pin == CLOCK)
			clock_rises();
		else
			data_rises();
	}
	bool pulls(uint32_t pin, uint32_t now) override { return pin == DATA ? pulls_data_ : !in_order(holds_until_, now); }

	/** How long it holds the clock before it takes the next byte. */
	uint32_t stretches_us = 0;
	const char *broken_rule = nullptr;
	int starts = 0, stops = 0;

	/** The board restarted in the middle of a read: the device still waits for clocks. */
	void is_left_in_a_read() {
		state_ = State::Gives;
		byte_ = 0;
		bits_ = 2;
		pulls_data_ = true;
	}

protected:
	~I2cDevice() = default;
	/** It was addressed; false if it is busy. */
	virtual bool begins(bool reads) = 0;
	virtual bool takes(uint8_t byte) = 0;
	virtual uint8_t gives() = 0;

	uint32_t now_ = 0;

private:
	static constexpr uint32_t LONG_AGO = Bench::BEGIN - 1'000;
	enum class State : uint8_t { Idle, Address, Takes, Gives };

	static constexpr uint32_t LOW_US = 5, HIGH_US = 4, PERIOD_US = 10;
	static constexpr uint32_t HD_STA_US = 4, SU_STA_US = 5, SU_STO_US = 4, BUF_US = 5, SU_DAT_US = 1;

	void rule(bool kept, const char *what) {
		if (!kept && broken_rule == nullptr) broken_rule = what;
	}

	void clock_rises() {
		clock_is_low_ = false;
		const uint32_t before = clock_rose_;
		clock_rose_ = in_order(holds_until_, now_) ? now_ : holds_until_;
		if (state_ == State::Idle) return;
		rule(now_ - clock_fell_ >= LOW_US, "tLOW");
		rule(now_ - data_changed_ >= SU_DAT_US, "tSU;DAT");
		if (bits_ > 0) rule(clock_rose_ - before >= PERIOD_US, "fSCL");
		level_ = !data_is_low_ && !pulls_data_;
	}

	void clock_falls() {
		clock_is_low_ = true;
		clock_fell_ = now_;
		if (state_ == State::Idle) return;
		rule(in_order(clock_rose_, now_) && now_ - clock_rose_ >= HIGH_US, "tHIGH");
		if (just_started_) {
			rule(now_ - started_ >= HD_STA_US, "tHD;STA");
			just_started_ = false;
			return;
		}
		if (bits_ < 8 && state_ != State::Gives) byte_ = static_cast<uint8_t>(byte_ << 1 | (level_ ? 1 : 0));
		bits_++;
		if (bits_ == 8)
			acknowledge();
		else if (bits_ == 9)
			next_byte();
		else if (state_ == State::Gives)
			show_bit();
	}

	/** The clock of the ninth bit comes next. */
	void acknowledge() {
		pulls_data_ = false;
		if (state_ == State::Gives) return;
		if (state_ == State::Address) {
			reads_ = (byte_ & 1) != 0;
			pulls_data_ = byte_ >> 1 == address_ && begins(reads_);
		} else
			pulls_data_ = takes(byte_);
		taken_ = pulls_data_;
	}

	void next_byte() {
		bits_ = 0;
		const bool goes_on = state_ == State::Gives ? !level_ : taken_;
		pulls_data_ = false;
		if (!goes_on) {
			state_ = State::Idle;
			return;
		}
		state_ = reads_ ? State::Gives : State::Takes;
		byte_ = 0;
		if (stretches_us > 0) holds_until_ = now_ + stretches_us;
		if (state_ != State::Gives) return;
		byte_ = gives();
		show_bit();
	}

	void show_bit() { pulls_data_ = (byte_ >> (7 - bits_) & 1) == 0; }

	void data_falls() {
		data_is_low_ = true;
		data_changed_ = now_;
		if (clock_is_low_ || pulls_data_) return;
		rule(bits_ == 0, "a start within a byte");
		if (stops > 0 || starts > 0) rule(now_ - stopped_ >= BUF_US, "tBUF");
		rule(now_ - clock_rose_ >= SU_STA_US, "tSU;STA");
		starts++;
		started_ = now_;
		just_started_ = true;
		state_ = State::Address;
		bits_ = byte_ = 0;
	}

	void data_rises() {
		data_is_low_ = false;
		data_changed_ = now_;
		if (clock_is_low_ || pulls_data_) return;
		rule(bits_ == 0, "a stop within a byte");
		rule(in_order(clock_rose_, now_) && now_ - clock_rose_ >= SU_STO_US, "tSU;STO");
		stops++;
		stopped_ = now_;
		state_ = State::Idle;
		pulls_data_ = false;
	}

	const uint8_t address_;
	State state_ = State::Idle;
	uint8_t byte_ = 0, bits_ = 0;
	bool reads_ = false, taken_ = false, level_ = true;
	bool clock_is_low_ = false, data_is_low_ = false, pulls_data_ = false;
	bool just_started_ = false;
	uint32_t holds_until_ = LONG_AGO, clock_rose_ = LONG_AGO, clock_fell_ = LONG_AGO;
	uint32_t data_changed_ = LONG_AGO, started_ = LONG_AGO, stopped_ = LONG_AGO;
};

} // namespace mooring::test
