#pragma once

#include "hal.h"
#include "teller.h"

namespace mooring {

/** What the board's light says. The first in this list wins. */
enum class Sign : uint8_t {
	/** dark: it is connected, or nobody knows what is wired to the light's pin */
	None,
	/** blinks slowly, for somebody who looks for the board */
	Here,
	/** flickers */
	Updating,
	/** lit for some seconds, once */
	Claimed,
	/** one flash, then a pause */
	NoWifi,
	/** four flashes: no key of this board is good any more */
	Refused,
	/** two flashes */
	NoHub,
	/** three flashes: on the line, but nobody has claimed it yet */
	NotClaimed,
};

/** The board's own light. It is told what to say and drives itself, so that people see from afar what is missing. */
class Light {
public:
	explicit Light(const Hal &hal) : hal_(hal) {}

	/** Says `sign` from now on, unless it does already. Switches the light where that is due. */
	void step(Sign sign, Time now);
	/** When the light changes by itself; NEVER if it stays as it is. */
	Time next_due() const { return next_at_; }

private:
	Time lit_until_next(Time since, bool *lit) const;

	const Hal &hal_;
	Sign sign_ = Sign::None;
	/** when the sign began */
	Time since_ = 0;
	Time next_at_ = NEVER;
	bool lit_ = false;
};

} // namespace mooring
