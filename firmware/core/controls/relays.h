#pragma once

#include "../flash/memory.h"
#include "../hal.h"
#include "../teller.h"

namespace mooring {

/** Without a clock the board does not know how long the power was off. It assumes this time, so that every limit ends
 * some day. */
constexpr Time UNKNOWN_OUTAGE_MS = 10'000;
/** How often a relay that counts down is written to the flash. */
constexpr Time KEEP_EVERY_MS = UNKNOWN_OUTAGE_MS;

/**
 * The relays of a board and their rules, all without the hub: logic, power-on state, pulse, countdown, longest on-time,
 * interlock with dead time. protocol/vectors/relay-rules.json has the cases.
 */
class Relays {
public:
	Relays(const Hal &hal, Teller &teller) : hal_(hal), teller_(teller) {}

	/**
	 * Sets the pins, before anything else happens. With `as_it_was` every relay comes up as it was kept; otherwise only
	 * those with that power-on state do. `unix_ms` is 0 if the time is not known.
	 */
	void boot(const wire::Configure &configure, const Memory &memory, bool as_it_was, Time now, uint64_t unix_ms);
	/** New rules: states stay if the rules allow it, new relays begin off. Reports all states. */
	void configure(const wire::Configure &configure, Time now);
	/** Acts, unless the command is late or was done already; answers in any case. False if there is no such relay. */
	bool command(const wire::SetRelay &command, bool late, Time now);
	/** For the board itself: a schedule, a wall switch. */
	void request(uint32_t id, bool on, wire::Cause cause, uint32_t for_ms, Time now);
	void toggle(uint32_t id, wire::Cause cause, Time now);
	/** The time is known now: a relay that came up without it may have been on for longer than assumed. */
	void clock_came(uint64_t unix_ms, Time now);
	void step(Time now);
	Time next_due() const;

	void tell_all(Time now) const;
	/** Whether the flash is out of date. */
	bool wants_keeping(Time now) const;
	void keep(Memory *memory, Time now);

private:
	/** Commands remembered, so that one that comes twice is done once. */
	static constexpr size_t COMMANDS_REMEMBERED = 16;

	struct End {
		Time at;
		wire::Cause cause;
	};

	struct Relay {
		wire::RelayConfig config;
		bool on;
		wire::Cause cause;
		Time changed_at;
		/** while it is on: since when, which may be before this start */
		Time on_since;
		/** while it is off: since when; the dead time of its group counts from here */
		Time off_since;
		/** the end of a pulse or countdown; NEVER if there is none */
		End asked;
		/** when the dead time is over and it goes on; NEVER if it does not wait */
		Time waiting_until;
		wire::Cause waiting_cause;
		uint32_t waiting_for_ms;
		/** the command that waits; 0 if the hub did not ask for it */
		uint32_t waiting_command;
		/** it came up on, while the board did not know the time */
		bool resumed;

		bool comes_up_as_it_was() const { return config.power_on == mooring_v2_PowerOnState_POWER_ON_STATE_LAST; }
	};

	Relay *find(uint32_t id);
	/**
	 * When the flash must be written again; never on a machine that keeps its power, since that knows how old it is.
	 */
	Time kept_until() const { return hal_.keeps_power ? NEVER : kept_at_ + KEEP_EVERY_MS; }
	void take_config(Relay *relay, const wire::RelayConfig &config);
	void begin_off(Relay *relay, const wire::RelayConfig &config, Time now);
	void come_up(Relay *relay, const KeptRelay *kept, bool as_it_was, Time passed, Time now);
	void come_up_as_it_was(Relay *relay, const KeptRelay &kept, Time passed, Time now);
	void request(Relay *relay, bool on, wire::Cause cause, uint32_t for_ms, uint32_t command, Time now);
	/** Switches the others of its group off. Answers how much of the dead time is left. */
	Time clear_the_way(Relay *relay, Time now);
	Time dead_time_of(const Relay &relay) const;
	bool are_rivals(const Relay &a, const Relay &b) const;
	/** Answers the command that waits, since another takes its place. */
	void give_up_waiting(Relay *relay, Time now);
	void become(Relay *relay, bool on, wire::Cause cause, uint32_t for_ms, Time now);
	End end_of(const Relay &relay) const;
	void drive(const Relay &relay) const;
	void tell(const Relay &relay, uint32_t command, Time now) const;
	bool seen_before(uint32_t command);

	const Hal &hal_;
	Teller &teller_;
	Relay relays_[MAX_RELAYS]{};
	size_t count_ = 0;
	uint32_t commands_[COMMANDS_REMEMBERED]{};
	size_t next_command_ = 0;
	/** when the flash had been written, if the board came up without knowing the time; otherwise 0 */
	uint64_t kept_unix_ms_ = 0;
	Time booted_at_ = 0;
	bool changed_ = false;
	Time kept_at_ = 0;
};

} // namespace mooring
