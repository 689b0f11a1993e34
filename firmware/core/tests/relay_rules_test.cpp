#include <new>

#include "../controls/controls.h"
#include "fakes/crypto_of_tests.h"
#include "fakes/fake_machine.h"
#include "vectors.h"

// protocol/vectors/relay-rules.json, run on the core.

namespace mooring::test {

namespace {

constexpr size_t MOST_TOLD = 64;
/** How far remaining_ms and waiting_ms may be off. */
constexpr uint32_t TOLERANCE_MS = 20;
constexpr wire::BootReason POWER_ON = mooring_v2_BootReason_BOOT_REASON_POWER_ON;
constexpr Time AFTER_LOSS_OFF_MS = 5'000, AFTER_LOSS_WAIT_MS = 1'000;

class Listener final : public Teller {
public:
	void tell(const wire::RelayState &state) override {
		if (report_count < MOST_TOLD) reports[report_count++] = state;
	}
	void tell(const wire::InputState &state) override {
		if (input_count < MOST_TOLD) inputs[input_count++] = state;
	}
	void tell(const wire::SensorReading &) override {}
	void tell(const wire::FoundSensor &) override {}
	void forget() { report_count = input_count = 0; }

	wire::RelayState reports[MOST_TOLD];
	wire::InputState inputs[MOST_TOLD];
	size_t report_count = 0, input_count = 0;
};

FakeMachine machine;
Listener listener;
wire::BoardConfig file;
wire::Configure configured;

/** A board with nothing but its controls; a power loss makes a new one. */
struct Board {
	explicit Board(wire::BootReason reason) : hal(machine.hal(reason)), log(hal), controls(hal, crypto_of_tests(), listener, log) {}
	const Hal &hal;
	Log log;
	Controls controls;
};

alignas(Board) uint8_t memory[sizeof(Board)];
Board *board;

void decode_configure(const char *hex, wire::Configure *configure) {
	static uint8_t bytes[2048];
	if (!wire::decode(mooring_v2_Configure_fields, configure, unhex(hex, bytes, sizeof bytes)))
		configure->relays_count = MAX_RELAYS + 1; // marks a configuration that a board has no room for
}

void boot(const RuleCase &rule, wire::BootReason reason) {
	file = mooring_v2_BoardConfig_init_zero;
	decode_configure(rule.configure, &file.configure);
	board = new (memory) Board(reason);
	board->controls.boot(&file, machine.now);
	board->controls.step(machine.now);
}

void go_on(Time until) {
	while (machine.now < until) {
		Time due = board->controls.next_due(machine.now);
		if (due <= machine.now) due = machine.now + 1;
		machine.now = due < until ? due : until;
		board->controls.step(machine.now);
	}
}

void start_anew(const RuleCase &rule, wire::BootReason reason, const RuleStep &step) {
	int outside[FakeMachine::PINS];
	memcpy(outside, machine.outside, sizeof outside);
	board->~Board();
	machine.unplug();
	memcpy(machine.outside, outside, sizeof outside);
	machine.now += step.off_ms;
	machine.knows_time = machine.knows_time && step.clock_kept;
	for (int i = 0; i < step.level_count; i++) machine.outside[step.levels[i].id] = step.levels[i].level;
	listener.forget();
	boot(rule, reason);
}

/** False if the board refused. */
bool act(const RuleCase &rule, const RuleStep &step) {
	switch (step.act) {
		case RuleDo::nothing:
			break;
		case RuleDo::set_relay: {
			wire::SetRelay command = mooring_v2_SetRelay_init_zero;
			command.relay = step.command.relay;
			command.on = step.command.on;
			command.for_ms = step.command.for_ms;
			command.command_id = step.command.command_id;
			board->controls.command(command, step.command.late, machine.now);
			break;
		}
		case RuleDo::level:
			machine.outside[step.pin] = step.high ? 1 : 0;
			break;
		case RuleDo::configure:
			decode_configure(step.configure, &configured);
			if (configured.relays_count > MAX_RELAYS) return false;
			if (board->controls.accept(configured) != nullptr) return false;
			board->controls.apply(configured, machine.now);
			break;
		case RuleDo::clock_set:
			board->controls.clock_told(step.unix_ms, step.time_zone, machine.now);
			break;
		case RuleDo::power_loss:
			start_anew(rule, POWER_ON, step);
			break;
		case RuleDo::reboot:
			board->controls.keep_for_restart(machine.now);
			start_anew(rule, mooring_v2_BootReason_BOOT_REASON_REBOOT, step);
			break;
	}
	board->controls.step(machine.now);
	return true;
}

bool about(uint32_t found, uint32_t wanted) {
	if (wanted == 0 || found == 0) return found == wanted;
	return found <= wanted + TOLERANCE_MS && found + TOLERANCE_MS >= wanted;
}

void compare_reports(const RuleReport *wanted, int count) {
	CHECK_EQUAL(listener.report_count, count);
	for (size_t i = 0; i < listener.report_count && i < static_cast<size_t>(count); i++) {
		const wire::RelayState &report = listener.reports[i];
		CHECK_EQUAL(report.relay, wanted[i].relay);
		CHECK_EQUAL(report.on, wanted[i].on);
		CHECK_EQUAL(report.cause, wanted[i].cause);
		CHECK_EQUAL(report.command_id, wanted[i].command_id);
		if (!about(report.remaining_ms, wanted[i].remaining_ms))
			CHECK_EQUAL(report.remaining_ms, wanted[i].remaining_ms);
		if (!about(report.waiting_ms, wanted[i].waiting_ms)) CHECK_EQUAL(report.waiting_ms, wanted[i].waiting_ms);
	}
}

void compare_inputs(const RuleLevel *wanted, int count) {
	CHECK_EQUAL(listener.input_count, count);
	for (size_t i = 0; i < listener.input_count && i < static_cast<size_t>(count); i++) {
		CHECK_EQUAL(listener.inputs[i].input, wanted[i].id);
		CHECK_EQUAL(listener.inputs[i].on, wanted[i].level);
	}
}

void compare(const RuleExpect &expect, bool booted) {
	// The states right after a boot are not compared as reports; the boot itself must make no report.
	compare_reports(expect.reports, booted ? 0 : expect.report_count);
	if (expect.input_count >= 0) compare_inputs(expect.inputs, expect.input_count);
	listener.forget();
	if (expect.state_count >= 0) {
		board->controls.tell_all(machine.now);
		compare_reports(expect.states, expect.state_count);
		listener.forget();
	}
	for (int i = 0; i < expect.pin_count; i++) CHECK_EQUAL(machine.output[expect.pins[i].id], expect.pins[i].level);
	if (expect.clock_unset >= 0) CHECK_EQUAL(!board->controls.clock_is_set(), expect.clock_unset);
}

void begin(const RuleCase &rule) {
	machine.flash.make_new();
	machine.unplug();
	machine.now = 0;
	machine.knows_time = rule.clock_ms > 0;
	machine.unix_at_zero = static_cast<int64_t>(rule.clock_ms);
	for (int i = 0; i < rule.level_count; i++) machine.outside[rule.levels[i].id] = rule.levels[i].level;
	listener.forget();
	boot(rule, POWER_ON);
}

/** Runs the steps up to and including `last`. */
void run(const RuleCase &rule, int last, bool compares) {
	begin(rule);
	for (int i = 0; i <= last && !has_failed(); i++) {
		const RuleStep &step = rule.steps[i];
		// What the first boot does comes before the first step.
		go_on(step.at_ms);
		const bool done = act(rule, step);
		if (!compares) {
			listener.forget();
			continue;
		}
		CHECK_EQUAL(!done, step.expect.refused);
		compare(step.expect, false);
		if (has_failed()) printf("  at step %d, %ld ms\n", i, static_cast<long>(step.at_ms));
	}
}

void cut_after(const RuleCase &rule, int step) {
	run(rule, step, false);
	RuleStep loss = {};
	loss.off_ms = AFTER_LOSS_OFF_MS;
	start_anew(rule, POWER_ON, loss);
	compare(*rule.steps[step].after_power_loss, true);
	go_on(machine.now + AFTER_LOSS_WAIT_MS);
	CHECK_EQUAL(listener.report_count, 0);
	if (has_failed()) printf("  power lost after step %d\n", step);
	board->~Board();
}

} // namespace

TEST(RelayRules, Table) {
	for (const RuleCase &rule : RULES) {
		begin_case(rule.name);
		run(rule, rule.step_count - 1, true);
		board->~Board();
		for (int i = 0; i < rule.step_count && !has_failed(); i++)
			if (rule.steps[i].after_power_loss != nullptr) cut_after(rule, i);
		CHECK_EQUAL(machine.flash.misuses, 0);
		end_case();
	}
}

} // namespace mooring::test
