#include "inputs.h"

#include "keep_known.h"

namespace mooring {

namespace {

constexpr wire::Cause CAUSE_INPUT = mooring_v2_Cause_CAUSE_INPUT;

bool same_wiring(const wire::InputConfig &a, const wire::InputConfig &b) {
	return a.id == b.id && a.pin == b.pin && a.active_low == b.active_low && a.pull_up == b.pull_up;
}

} // namespace

void Inputs::let_go(const wire::Configure &configure) {
	for (size_t i = 0; i < count_; i++) {
		bool still = false;
		for (size_t j = 0; j < configure.inputs_count; j++)
			still = still || configure.inputs[j].pin == inputs_[i].config.pin;
		if (!still) hal_.pin_release(hal_.context, inputs_[i].config.pin);
	}
}

void Inputs::configure(const wire::Configure &configure, Time now) {
	const auto is_of = [](const Input &input, const wire::InputConfig &config) {
		return same_wiring(input.config, config);
	};
	const auto begin = [&](Input *input, const wire::InputConfig &config) {
		*input = {config, false, false, false, now};
	};
	keep_known(inputs_, &count_, configure.inputs, configure.inputs_count, is_of, begin);
	for (size_t i = 0; i < count_; i++) {
		inputs_[i].config = configure.inputs[i];
		hal_.pin_listen(hal_.context, inputs_[i].config);
		if (!inputs_[i].seen) inputs_[i].latest = is_closed(inputs_[i].config);
	}
}

void Inputs::step(Time now) {
	for (size_t i = 0; i < count_; i++) {
		Input *input = &inputs_[i];
		const bool closed = is_closed(input->config);
		if (closed != input->latest) {
			input->latest = closed;
			input->latest_since = now;
		}
		if (now - input->latest_since >= settle_ms(*input)) settle(input, now);
	}
}

/** How long the pin has to stay as it is. Motion ends only when nothing has moved for its hold time. */
Time Inputs::settle_ms(const Input &input) {
	const wire::InputConfig &config = input.config;
	const bool ends = config.kind == mooring_v2_InputKind_INPUT_KIND_MOTION && input.seen && !input.latest;
	return static_cast<Time>(ends && config.hold_ms > config.debounce_ms ? config.hold_ms : config.debounce_ms);
}

void Inputs::settle(Input *input, Time now) {
	const bool first = !input->seen;
	if (!first && input->closed == input->latest) return;
	input->seen = true;
	input->closed = input->latest;
	tell(*input);
	if (first) return;
	const uint32_t relay = input->config.relay;
	switch (input->config.mode) {
		case mooring_v2_InputMode_INPUT_MODE_PUSH_BUTTON:
			if (input->closed) relays_.toggle(relay, CAUSE_INPUT, now);
			break;
		case mooring_v2_InputMode_INPUT_MODE_TOGGLE:
			relays_.toggle(relay, CAUSE_INPUT, now);
			break;
		case mooring_v2_InputMode_INPUT_MODE_FOLLOW:
			relays_.request(relay, input->closed, CAUSE_INPUT, 0, now);
			break;
		default:
			break;
	}
}

Time Inputs::next_due() const {
	Time due = NEVER;
	for (size_t i = 0; i < count_; i++) {
		const Input &input = inputs_[i];
		const Time settles = input.latest_since + settle_ms(input);
		if ((!input.seen || input.latest != input.closed) && settles < due) due = settles;
	}
	return due;
}

void Inputs::tell_all() const {
	for (size_t i = 0; i < count_; i++)
		if (inputs_[i].seen) tell(inputs_[i]);
}

bool Inputs::is_closed(const wire::InputConfig &config) const {
	return hal_.pin_read(hal_.context, config.pin) != config.active_low;
}

void Inputs::tell(const Input &input) const {
	wire::InputState state = mooring_v2_InputState_init_zero;
	state.input = input.config.id;
	state.on = input.closed;
	teller_.tell(state);
}

} // namespace mooring
