#pragma once

#include "../../../core/tests/test.h"
#include "../../sensors/pins.h"

namespace mooring::test {

/** A part on the wires: it sees what the board does with them, and can pull them low itself. */
class Part {
public:
	virtual void low(uint32_t pin, uint32_t now_us) = 0;
	virtual void high(uint32_t pin, uint32_t now_us) = 0;
	virtual bool pulls(uint32_t pin, uint32_t now_us) = 0;

protected:
	~Part() = default;
};

/**
 * Pins with a pull-up, a part at their other end, and a clock that soon wraps around. Every call takes some time.
 * Unless the driver has disabled interrupts, one may take a lot more.
 */
class Bench final : public Pins {
public:
	static constexpr uint32_t PINS = 16;
	/** µs; the clock wraps around soon after */
	static constexpr uint32_t BEGIN = UINT32_MAX - 1'000;

	explicit Bench(Part &part, uint32_t call_us = 1) : part_(part), call_us_(call_us) {}

	void prepare(uint32_t pin) override { let_go(pin); }
	void drive_low(uint32_t pin) override {
		pass(call_us_);
		if (!driven_[pin]) part_.low(pin, now_);
		driven_[pin] = true;
	}
	void let_go(uint32_t pin) override {
		pass(call_us_);
		if (driven_[pin]) part_.high(pin, now_);
		driven_[pin] = false;
	}
	bool is_high(uint32_t pin) override {
		pass(call_us_);
		return !driven_[pin] && !part_.pulls(pin, now_);
	}
	uint32_t now_us() override {
		pass(call_us_);
		return now_;
	}
	void wait_us(uint32_t us) override { pass(us); }
	void begin_undisturbed() override { silent_++; }
	void end_undisturbed() override {
		silent_--;
		pass(0);
	}

	/** Lets time pass between two calls of the drivers. */
	void sleep_us(uint32_t us) { now_ += us; }
	uint32_t time() const { return now_; }
	bool is_silent() const { return silent_ != 0; }

	/** How long an interrupt may take. 0: there are none. */
	uint32_t interrupts_us = 0;

private:
	void pass(uint32_t us) {
		now_ += us;
		if (silent_ == 0 && interrupts_us > 0 && random_.below(8) == 0) now_ += random_.below(interrupts_us);
	}

	Part &part_;
	const uint32_t call_us_;
	uint32_t now_ = BEGIN;
	int silent_ = 0;
	bool driven_[PINS] = {};
	Random random_{7};
};

/** Wires without a sensor: all stay at one level. */
class Nobody final : public Part {
public:
	explicit Nobody(bool stuck_low = false) : stuck_low_(stuck_low) {}
	void low(uint32_t, uint32_t) override {}
	void high(uint32_t, uint32_t) override {}
	bool pulls(uint32_t, uint32_t) override { return stuck_low_; }

private:
	const bool stuck_low_;
};

/** Whether `a` is not later than `b`, on a clock that wraps around. */
inline bool in_order(uint32_t a, uint32_t b) { return static_cast<int32_t>(b - a) >= 0; }

inline bool near(double found, double wanted, double by) { return found - wanted <= by && wanted - found <= by; }

} // namespace mooring::test
