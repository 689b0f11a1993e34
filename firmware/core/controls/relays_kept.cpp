#include "relays.h"

namespace mooring {

// How relays come back after a power cut, and what the flash keeps of them for that.

namespace {

constexpr wire::Cause CAUSE_NONE = mooring_v2_Cause_CAUSE_UNSPECIFIED;
constexpr wire::Cause CAUSE_BOOT = mooring_v2_Cause_CAUSE_BOOT;

} // namespace

void Relays::boot(const wire::Configure &configure, const Memory &memory, bool as_it_was, Time now, uint64_t unix_ms) {
	const bool known = unix_ms > 0 && memory.written_unix_ms > 0;
	const Time away = known ? static_cast<Time>(unix_ms - memory.written_unix_ms) : UNKNOWN_OUTAGE_MS;
	kept_unix_ms_ = known ? 0 : memory.written_unix_ms;
	booted_at_ = now;
	count_ = 0;
	for (size_t i = 0; i < configure.relays_count; i++) begin_off(&relays_[count_++], configure.relays[i], now);
	for (size_t i = 0; i < count_; i++)
		come_up(&relays_[i], memory.find(relays_[i].config.id), as_it_was, away > 0 ? away : 0, now);
	for (size_t i = 0; i < count_; i++) drive(relays_[i]);
	changed_ = true;
}

/** Of an interlock group only the first relay that is to be on comes up on. */
void Relays::come_up(Relay *relay, const KeptRelay *kept, bool as_it_was, Time passed, Time now) {
	for (size_t i = 0; i < count_; i++)
		if (are_rivals(relays_[i], *relay) && (relays_[i].on || relays_[i].waiting_until != NEVER)) return;
	if (as_it_was || relay->comes_up_as_it_was()) {
		if (kept != nullptr) come_up_as_it_was(relay, *kept, passed, now);
		return;
	}
	if (relay->config.power_on != mooring_v2_PowerOnState_POWER_ON_STATE_ON) return;
	const Time dead = dead_time_of(*relay);
	if (dead == 0) return become(relay, true, CAUSE_BOOT, 0, now);
	relay->waiting_until = now + dead;
	relay->waiting_cause = CAUSE_BOOT;
}

/** Countdowns went on without power; a relay whose time ran out meanwhile stays off. */
void Relays::come_up_as_it_was(Relay *relay, const KeptRelay &kept, Time passed, Time now) {
	relay->on = true;
	relay->on_since = now - passed - static_cast<Time>(kept.on_ms);
	if (kept.ends != CAUSE_NONE) relay->asked = {now - passed + static_cast<Time>(kept.left_ms), kept.ends};
	const End end = end_of(*relay);
	if (end.at <= now) return become(relay, false, end.cause, 0, now);
	relay->resumed = kept_unix_ms_ > 0;
}

void Relays::clock_came(uint64_t unix_ms, Time now) {
	const Time passed = static_cast<Time>(unix_ms - kept_unix_ms_);
	const Time more = passed - (UNKNOWN_OUTAGE_MS + now - booted_at_);
	for (size_t i = 0; i < count_; i++) {
		Relay *relay = &relays_[i];
		// Written again, so that the flash has the time from now on.
		if (relay->comes_up_as_it_was() && end_of(*relay).at != NEVER) changed_ = true;
		const bool resumed = relay->resumed;
		relay->resumed = false;
		if (!resumed || more <= 0 || end_of(*relay).at == NEVER) continue;
		relay->on_since -= more;
		if (relay->asked.at != NEVER) relay->asked.at -= more;
		changed_ = true;
		if (end_of(*relay).at > now) tell(*relay, 0, now);
	}
	step(now);
}

bool Relays::wants_keeping(Time now) const {
	if (changed_) return true;
	if (now < kept_until()) return false;
	for (size_t i = 0; i < count_; i++)
		if (relays_[i].comes_up_as_it_was() && end_of(relays_[i]).at != NEVER) return true;
	return false;
}

void Relays::keep(Memory *memory, Time now) {
	memory->relay_count = 0;
	for (size_t i = 0; i < count_; i++) {
		const Relay &relay = relays_[i];
		if (!relay.on) continue;
		const bool asked = relay.asked.at != NEVER;
		memory->relays[memory->relay_count++] = {
			static_cast<uint8_t>(relay.config.id), asked ? relay.asked.cause : CAUSE_NONE,
			asked ? in_32_bits(relay.asked.at - now) : 0, in_32_bits(now - relay.on_since)};
	}
	changed_ = false;
	kept_at_ = now;
}

} // namespace mooring
