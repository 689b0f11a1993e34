#pragma once

#include <cstdint>

namespace mooring {

/** Open-drain pins and short waits: all that a sensor's protocol needs. */
class Pins {
public:
	/** Pulls the pin up, and does not drive it. */
	virtual void prepare(uint32_t pin) = 0;
	virtual void drive_low(uint32_t pin) = 0;
	virtual void let_go(uint32_t pin) = 0;
	virtual bool is_high(uint32_t pin) = 0;
	virtual uint32_t now_us() = 0;
	virtual void wait_us(uint32_t us) = 0;
	/** Between these two nothing else runs; for a few milliseconds at most. */
	virtual void begin_undisturbed() = 0;
	virtual void end_undisturbed() = 0;

protected:
	~Pins() = default;
};

/** Nothing else runs from here to the end of the block. */
class Undisturbed {
public:
	explicit Undisturbed(Pins &pins) : pins_(pins) { pins_.begin_undisturbed(); }
	~Undisturbed() { pins_.end_undisturbed(); }
	Undisturbed(const Undisturbed &) = delete;
	Undisturbed &operator=(const Undisturbed &) = delete;

private:
	Pins &pins_;
};

} // namespace mooring
