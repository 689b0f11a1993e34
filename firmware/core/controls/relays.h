#pragma once

#include "../flash/memory.h"
#include "../hal.h"
#include "../teller.h"

namespace mooring {

/** Without a clock nobody knows how long the power was away: as if it had been this long, so that no limit lasts
 * forever. */
constexpr Time UNKNOWN_OUTAGE_MS = 10'000;
/** What counts down is written this often. */
constexpr Time KEEP_EVERY_MS = UNKNOWN_OUTAGE_MS;

/**
 * The relays of a board and their rules: logic, power-on state, pulse, countdown, longest on-time, interlock with dead
 * time. All without the hub. protocol/vectors/relay-rules.json has the cases.
 */
class Relays {
public:
	Relays(const Hal &hal, Teller &teller) : hal_(hal), teller_(teller) {}

	/**
	 * The first thing of all: pins get their levels. `as_it_was`: every relay comes up as it was kept, whatever its
	 * power-on state; otherwise only those that shall. `unix_ms` is 0 where the time is not known.
	 */
	void boot(const wire::Configure &configure, const Memory &memory, bool as_it_was, Time now, uint64_t unix_ms);
	/** New rules: states stay where the rules let them, new relays begin off. All states are told. */
	void configure(const wire::Configure &configure, Time now);
	/** Acts, unless the command is late or was done already; answers in any case. False: there is no such relay. */
	bool command(const wire::SetRelay &command, bool late, Time now);
	/** By the board itself: a schedule, a wall switch. */
	void request(uint32_t id, bool on, wire::Cause cause, uint32_t for_ms, Time now);
	void toggle(uint32_t id, wire::Cause cause, Time now);
	/** The time is known: a relay that came up without it may have been on for longer than was assumed. */
	void clock_came(uint64_t unix_ms, Time now);
	void step(Time now);
	Time next_due() const;

	void tell_all(Time now) const;
	/** Whether what is in flash is out of date. */
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
		/** while it is on: since when, also before this start */
		Time on_since;
		/** while it is off: since when the others of its group wait for it */
		Time off_since;
		/** of a pulse or a countdown, NEVER where there is none */
		End asked;
		/** it goes on at this time, when the dead time of its group is over; NEVER where it does not wait */
		Time waiting_until;
		wire::Cause waiting_cause;
		uint32_t waiting_for_ms;
		/** the command that waits, 0 where it is none of the hub */
		uint32_t waiting_command;
		/** came up without knowing the time */
		bool resumed;

		bool comes_up_as_it_was() const { return config.power_on == mooring_v2_PowerOnState_POWER_ON_STATE_LAST; }
	};

	Relay *find(uint32_t id);
	/** What is in flash is good for so long; a machine that keeps its power knows how old it is. */
	Time kept_until() const { return hal_.keeps_power ? NEVER : kept_at_ + KEEP_EVERY_MS; }
	void begin_off(Relay *relay, const wire::RelayConfig &config, Time now);
	void come_up(Relay *relay, const KeptRelay *kept, bool as_it_was, Time passed, Time now);
	void come_up_as_it_was(Relay *relay, const KeptRelay &kept, Time passed, Time now);
	void request(Relay *relay, bool on, wire::Cause cause, uint32_t for_ms, uint32_t command, Time now);
	/** Puts the others of its group off; how much of the dead time is left then. */
	Time clear_the_way(Relay *relay, Time now);
	Time dead_time_of(const Relay &relay) const;
	bool are_rivals(const Relay &a, const Relay &b) const;
	/** Every command is answered, also one that another took the place of. */
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
	/** when what was kept had been written, and when the board came up without knowing the time */
	uint64_t kept_unix_ms_ = 0;
	Time booted_at_ = 0;
	bool changed_ = false;
	Time kept_at_ = 0;
};

} // namespace mooring
