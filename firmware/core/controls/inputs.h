#pragma once

#include "../hal.h"
#include "relays.h"

namespace mooring {

constexpr size_t MAX_INPUTS = sizeof(wire::Configure::inputs) / sizeof(wire::InputConfig);

/**
 * Wall switches, contacts and motion detectors: debounces and reports them, and switches their relays. The first state of a switch moves nothing, so
 * that no light goes on because a board restarted.
 */
class Inputs {
public:
	Inputs(const Hal &hal, Teller &teller, Relays &relays) : hal_(hal), teller_(teller), relays_(relays) {}

	/** Releases the pins on which `configure` has no input any more. Call it before the relays take theirs. */
	void let_go(const wire::Configure &configure);
	/** A switch that stays on its pin keeps its state; a new one is seen afresh. */
	void configure(const wire::Configure &configure, Time now);
	void step(Time now);
	Time next_due() const;
	size_t count() const { return count_; }
	/** Reports the inputs that have been seen. */
	void tell_all() const;

private:
	struct Input {
		wire::InputConfig config;
		/** the switch is closed, after debouncing; valid once it was `seen` */
		bool closed;
		bool seen;
		/** what the pin said last, and since when */
		bool latest;
		Time latest_since;
	};

	static Time settle_ms(const Input &input);
	bool is_closed(const wire::InputConfig &config) const;
	void settle(Input *input, Time now);
	void tell(const Input &input) const;

	const Hal &hal_;
	Teller &teller_;
	Relays &relays_;
	Input inputs_[MAX_INPUTS]{};
	size_t count_ = 0;
};

} // namespace mooring
