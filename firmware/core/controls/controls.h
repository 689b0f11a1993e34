#pragma once

#include "../log.h"
#include "../time/clock.h"
#include "config_store.h"
#include "inputs.h"
#include "relays.h"
#include "schedules.h"
#include "sensors.h"

namespace mooring {

/** All that a board does without a hub: relays, inputs, sensors and schedules, by the configuration in its flash. */
class Controls {
public:
	Controls(const Hal &hal, const Crypto &crypto, Teller &teller, Log &log);

	/**
	 * Power on: relays first. `file` is the config file; its configuration is replaced by the one that the hub sent
	 * last, if that belongs to the same registration key. After too many crashes only the relays work.
	 */
	void boot(wire::BoardConfig *file, Time now);
	/** Writes a configuration to the flash. Answers nullptr, or the reason why the whole configuration is refused. */
	const char *accept(const wire::Configure &configure);
	/** A part of a configuration. Answers nullptr, or the reason why the whole configuration is refused. */
	const char *take(const wire::ConfigurePart &part) { return store_.take(part); }
	bool has_all_parts() const { return store_.has_all_parts(); }
	/**
	 * Reads the configuration that came in parts, and makes it the one in the flash. Answers nullptr, or the reason why
	 * the whole configuration is refused.
	 */
	const char *accept_parts(uint32_t revision, wire::Configure *out);
	/** The link has ended: what came over it is not complete, and the rest does not come. */
	void drop_parts() { store_.drop_parts(); }
	/** Puts an accepted configuration into force, and reports all states. */
	void apply(const wire::Configure &configure, Time now);
	/** False if there is no such relay. */
	bool command(const wire::SetRelay &command, bool late, Time now) { return relays_.command(command, late, now); }
	/** The time and zone of a Welcome or a SetClock. */
	void clock_told(uint64_t unix_ms, const char *zone, Time now);
	void step(Time now);
	/** When step() has something to do even if no input moves and no clock steps. */
	Time next_due(Time now) const;
	/** When the crashes are forgotten; NEVER if there are none. */
	Time stable_at() const { return memory_.crashes > 0 ? booted_at_ + STABLE_MS : NEVER; }
	bool has_inputs() const { return inputs_.count() > 0; }
	/** At the start of a session. */
	void tell_all(Time now);
	/** Before a planned restart: relays will come up as they are now. */
	void keep_for_restart(Time now);

	uint32_t revision() const { return revision_; }
	uint32_t boots() const { return memory_.boots; }
	bool clock_is_set() const { return clock_.is_set(); }
	bool is_safe() const { return safe_; }
	/** Whether the board runs a configuration: without one nobody knows what is wired to its pins. */
	bool is_usable() const { return is_usable_; }

private:
	/**
	 * Crashes in a row after which only the relays and the link work, so that the board can be repaired over the link.
	 */
	static constexpr uint8_t CRASHES_TO_SAFETY = 5;
	/** A board that has run this long does not crash at the start. */
	static constexpr Time STABLE_MS = 60'000;

	void load(wire::BoardConfig *file);
	const char *refusal_of(const wire::Configure &configure) const;
	void apply_rest(const wire::Configure &configure, Time now);
	void run_schedules(Time now);
	void keep(Time now);

	const Hal &hal_;
	Log &log_;
	Memory memory_;
	ConfigStore store_;
	Clock clock_;
	Relays relays_;
	Inputs inputs_;
	Sensors sensors_;
	Schedules schedules_;
	uint32_t revision_ = 0;
	bool safe_ = false;
	bool is_usable_ = true;
	bool flash_failed_ = false;
	Time booted_at_ = 0;
};

} // namespace mooring
