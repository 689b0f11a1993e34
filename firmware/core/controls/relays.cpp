#include "relays.h"

#include "keep_known.h"

namespace mooring {

namespace {

constexpr wire::Cause CAUSE_NONE = mooring_v2_Cause_CAUSE_UNSPECIFIED;
constexpr wire::Cause CAUSE_COMMAND = mooring_v2_Cause_CAUSE_COMMAND;
constexpr wire::Cause CAUSE_COUNTDOWN = mooring_v2_Cause_CAUSE_COUNTDOWN;
constexpr wire::Cause CAUSE_AUTO_OFF = mooring_v2_Cause_CAUSE_AUTO_OFF;
constexpr wire::Cause CAUSE_PULSE = mooring_v2_Cause_CAUSE_PULSE;
constexpr wire::Cause CAUSE_INTERLOCK = mooring_v2_Cause_CAUSE_INTERLOCK;
constexpr wire::Cause CAUSE_BOOT = mooring_v2_Cause_CAUSE_BOOT;

} // namespace

void Relays::take_config(Relay *relay, const wire::RelayConfig &config) {
	relay->config = config;
	if (hal_.keeps_power) relay->config.power_on = mooring_v2_PowerOnState_POWER_ON_STATE_LAST;
}

void Relays::begin_off(Relay *relay, const wire::RelayConfig &config, Time now) {
	*relay = {};
	take_config(relay, config);
	relay->cause = CAUSE_BOOT;
	relay->changed_at = relay->off_since = now;
	relay->asked = {NEVER, CAUSE_NONE};
	relay->waiting_until = NEVER;
}

void Relays::configure(const wire::Configure &configure, Time now) {
	for (size_t i = 0; i < count_; i++) give_up_waiting(&relays_[i], now);
	uint64_t unused = 0; // pins, a bit each
	for (size_t i = 0; i < count_; i++) unused |= uint64_t{1} << relays_[i].config.pin;
	for (size_t i = 0; i < configure.relays_count; i++) unused &= ~(uint64_t{1} << configure.relays[i].pin);
	const auto is_of = [](const Relay &relay, const wire::RelayConfig &config) { return relay.config.id == config.id; };
	const auto begin = [&](Relay *relay, const wire::RelayConfig &config) { begin_off(relay, config, now); };
	keep_known(relays_, &count_, configure.relays, configure.relays_count, is_of, begin);
	for (size_t i = 0; i < count_; i++) {
		take_config(&relays_[i], configure.relays[i]);
		// Another load may have been on these pins until now: the dead time counts from here.
		relays_[i].off_since = now;
	}
	for (size_t i = 0; i < count_; i++) {
		Relay *relay = &relays_[i];
		for (size_t j = 0; j < i; j++)
			if (relay->on && relays_[j].on && are_rivals(relays_[j], *relay))
				become(relay, false, CAUSE_INTERLOCK, 0, now);
		const End end = end_of(*relay);
		if (end.at <= now) become(relay, false, end.cause, 0, now);
	}
	for (uint32_t pin = 0; unused != 0; pin++, unused >>= 1)
		if (unused & 1) hal_.pin_release(hal_.context, pin);
	// Off before on: relays of one interlock group may have exchanged their pins.
	for (bool on : {false, true})
		for (size_t i = 0; i < count_; i++)
			if (relays_[i].on == on) drive(relays_[i]);
	changed_ = true;
	tell_all(now);
}

bool Relays::command(const wire::SetRelay &command, bool late, Time now) {
	Relay *relay = find(command.relay);
	if (relay == nullptr) return false;
	const bool waits = relay->waiting_until != NEVER && relay->waiting_command == command.command_id;
	if (waits || late || seen_before(command.command_id)) {
		tell(*relay, command.command_id, now);
		return true;
	}
	commands_[next_command_] = command.command_id;
	next_command_ = (next_command_ + 1) % COMMANDS_REMEMBERED;
	request(relay, command.on, CAUSE_COMMAND, command.for_ms, command.command_id, now);
	return true;
}

void Relays::request(uint32_t id, bool on, wire::Cause cause, uint32_t for_ms, Time now) {
	Relay *relay = find(id);
	if (relay != nullptr) request(relay, on, cause, for_ms, 0, now);
}

void Relays::toggle(uint32_t id, wire::Cause cause, Time now) {
	Relay *relay = find(id);
	if (relay != nullptr) request(relay, !relay->on && relay->waiting_until == NEVER, cause, 0, 0, now);
}

void Relays::request(Relay *relay, bool on, wire::Cause cause, uint32_t for_ms, uint32_t command, Time now) {
	give_up_waiting(relay, now);
	const Time wait = on && !relay->on ? clear_the_way(relay, now) : 0;
	if (wait > 0) {
		relay->waiting_until = now + wait;
		relay->waiting_cause = cause;
		relay->waiting_for_ms = for_ms;
		relay->waiting_command = command;
	} else {
		become(relay, on, cause, for_ms, now);
		drive(*relay);
	}
	tell(*relay, command, now);
}

Time Relays::clear_the_way(Relay *relay, Time now) {
	Time last_off = -UNKNOWN_OUTAGE_MS;
	bool alone = true;
	for (size_t i = 0; i < count_; i++) {
		Relay *other = &relays_[i];
		if (!are_rivals(*other, *relay)) continue;
		alone = false;
		give_up_waiting(other, now);
		if (other->on) {
			become(other, false, CAUSE_INTERLOCK, 0, now);
			drive(*other);
			tell(*other, 0, now);
		}
		if (other->off_since > last_off) last_off = other->off_since;
	}
	const Time left = last_off + dead_time_of(*relay) - now;
	return alone || left < 0 ? 0 : left;
}

/** The longest of its group; 0 if the relay is alone. */
Time Relays::dead_time_of(const Relay &relay) const {
	Time longest = 0;
	bool alone = true;
	for (size_t i = 0; i < count_; i++) {
		const bool rivals = are_rivals(relays_[i], relay);
		if (!rivals && &relays_[i] != &relay) continue;
		if (relays_[i].config.dead_time_ms > longest) longest = relays_[i].config.dead_time_ms;
		alone = alone && !rivals;
	}
	return alone ? 0 : longest;
}

bool Relays::are_rivals(const Relay &a, const Relay &b) const {
	return &a != &b && a.config.interlock_group != 0 && a.config.interlock_group == b.config.interlock_group;
}

void Relays::give_up_waiting(Relay *relay, Time now) {
	if (relay->waiting_until == NEVER) return;
	relay->waiting_until = NEVER;
	if (relay->waiting_command != 0) tell(*relay, relay->waiting_command, now);
}

void Relays::become(Relay *relay, bool on, wire::Cause cause, uint32_t for_ms, Time now) {
	if (relay->on != on) {
		relay->changed_at = now;
		if (on)
			relay->on_since = now;
		else
			relay->off_since = now;
	}
	relay->on = on;
	relay->cause = cause;
	relay->asked = {NEVER, CAUSE_NONE};
	relay->resumed = relay->resumed && on;
	if (on && relay->config.pulse_ms > 0) relay->asked = {now + static_cast<Time>(relay->config.pulse_ms), CAUSE_PULSE};
	if (on && for_ms > 0 && now + static_cast<Time>(for_ms) < relay->asked.at)
		relay->asked = {now + static_cast<Time>(for_ms), CAUSE_COUNTDOWN};
	if (relay->comes_up_as_it_was()) changed_ = true;
}

/**
 * Whichever end comes first. The longest on-time counts from when the relay went on, however often it is told to be on.
 */
Relays::End Relays::end_of(const Relay &relay) const {
	if (!relay.on) return {NEVER, CAUSE_NONE};
	if (relay.config.max_on_ms == 0) return relay.asked;
	const End longest = {relay.on_since + static_cast<Time>(relay.config.max_on_ms), CAUSE_AUTO_OFF};
	return relay.asked.at <= longest.at ? relay.asked : longest;
}

void Relays::step(Time now) {
	for (size_t i = 0; i < count_; i++) {
		Relay *relay = &relays_[i];
		if (relay->waiting_until <= now) {
			const uint32_t command = relay->waiting_command;
			relay->waiting_until = NEVER;
			become(relay, true, relay->waiting_cause, relay->waiting_for_ms, now);
			drive(*relay);
			tell(*relay, command, now);
		}
		const End end = end_of(*relay);
		if (end.at > now) continue;
		become(relay, false, end.cause, 0, now);
		drive(*relay);
		tell(*relay, 0, now);
	}
}

Time Relays::next_due() const {
	const Time kept = kept_until();
	Time due = NEVER;
	for (size_t i = 0; i < count_; i++) {
		const Relay &relay = relays_[i];
		if (relay.waiting_until < due) due = relay.waiting_until;
		const Time end = end_of(relay).at;
		if (end < due) due = end;
		if (end != NEVER && relay.comes_up_as_it_was() && kept < due) due = kept;
	}
	return due;
}

void Relays::tell_all(Time now) const {
	for (size_t i = 0; i < count_; i++) tell(relays_[i], 0, now);
}

Relays::Relay *Relays::find(uint32_t id) {
	for (size_t i = 0; i < count_; i++)
		if (relays_[i].config.id == id) return &relays_[i];
	return nullptr;
}

void Relays::drive(const Relay &relay) const {
	hal_.pin_write(hal_.context, relay.config.pin, relay.on != relay.config.active_low);
}

void Relays::tell(const Relay &relay, uint32_t command, Time now) const {
	wire::RelayState state = mooring_v2_RelayState_init_zero;
	const Time end = end_of(relay).at;
	const bool waits = relay.waiting_until != NEVER && (command == 0 || command == relay.waiting_command);
	state.relay = relay.config.id;
	state.on = relay.on;
	state.cause = relay.cause;
	state.command_id = command;
	state.changed_ms = static_cast<uint64_t>(now - relay.changed_at);
	// At least 1, since 0 means that it stays on.
	if (end != NEVER) state.remaining_ms = end > now ? in_32_bits(end - now) : 1;
	if (waits) state.waiting_ms = relay.waiting_until > now ? in_32_bits(relay.waiting_until - now) : 1;
	teller_.tell(state);
}

bool Relays::seen_before(uint32_t command) {
	for (uint32_t seen : commands_)
		if (seen == command) return true;
	return false;
}

} // namespace mooring
