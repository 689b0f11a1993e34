#pragma once

#include "../teller.h"

/** The cases of protocol/vectors/relay-rules.json, whose "format" explains them. A count of -1: not compared. */
namespace mooring::test {

struct RuleReport {
	uint32_t relay;
	bool on;
	wire::Cause cause;
	uint32_t command_id, remaining_ms, waiting_ms;
};

/** The level of a pin or an input; -1: released. */
struct RuleLevel {
	uint32_t id;
	int level;
};

struct RuleExpect {
	const RuleReport *reports;
	int report_count;
	const RuleReport *states;
	int state_count;
	const RuleLevel *inputs;
	int input_count;
	const RuleLevel *pins;
	int pin_count;
	int clock_unset;
	bool refused;
};

enum class RuleDo { nothing, set_relay, level, configure, clock_set, power_loss, reboot };

struct RuleCommand {
	uint32_t relay;
	bool on;
	uint32_t for_ms, command_id;
	bool late;
};

struct RuleStep {
	Time at_ms;
	RuleDo act;
	RuleCommand command;
	uint32_t pin;
	bool high;
	const char *configure;
	uint64_t unix_ms;
	const char *time_zone;
	Time off_ms;
	bool clock_kept;
	const RuleLevel *levels;
	int level_count;
	RuleExpect expect;
	const RuleExpect *after_power_loss;
};

struct RuleCase {
	const char *name;
	uint64_t clock_ms;
	const RuleLevel *levels;
	int level_count;
	const char *configure;
	const RuleStep *steps;
	int step_count;
};

} // namespace mooring::test
