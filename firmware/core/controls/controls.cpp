#include "controls.h"

#include "../flash/board_file.h"
#include "../wifi/wifi_credentials.h"
#include "config_refusal.h"

namespace mooring {

namespace {

bool has_crashed(wire::BootReason reason) {
	return reason == mooring_v2_BootReason_BOOT_REASON_CRASH || reason == mooring_v2_BootReason_BOOT_REASON_WATCHDOG;
}

/**
 * An older hub may have asked for a pull-up that the pin does not have. The input works without it, as it always did,
 * so that the rest of the configuration is not refused.
 */
void drop_missing_pull_ups(const Hal &hal, Log &log, wire::Configure *configure) {
	for (size_t i = 0; i < configure->inputs_count; i++) {
		wire::InputConfig &input = configure->inputs[i];
		if (!input.pull_up || hal.pin_refusal(hal.context, input.pin, PinUse::PulledUpInput) == nullptr) continue;
		if (hal.pin_refusal(hal.context, input.pin, PinUse::Input) != nullptr) continue;
		input.pull_up = false;
		log.warn("Input %u has no pull-up: without a resistor it goes on and off by itself.",
				 static_cast<unsigned>(input.id));
	}
}

} // namespace

Controls::Controls(const Hal &hal, const Crypto &crypto, Teller &teller, Log &log)
	: hal_(hal), log_(log), memory_(hal), store_(hal, crypto), clock_(hal), relays_(hal, teller),
	  inputs_(hal, teller, relays_), sensors_(hal, teller), schedules_(relays_, log) {}

void Controls::boot(wire::BoardConfig *file, Time now) {
	wire::Configure &configure = file->configure;
	booted_at_ = now;
	memory_.open();
	load(file);
	drop_missing_pull_ups(hal_, log_, &configure);
	if (const char *refusal = config_refusal(hal_, configure)) {
		log_.error("This board cannot use its configuration and runs without it: %s", refusal);
		configure = mooring_v2_Configure_init_zero;
		is_usable_ = false;
	}
	relays_.boot(configure, memory_, hal_.boot_reason == mooring_v2_BootReason_BOOT_REASON_REBOOT, now,
				 clock_.unix_ms());
	memory_.boots++;
	if (!has_crashed(hal_.boot_reason))
		memory_.crashes = 0;
	else if (memory_.crashes < UINT8_MAX)
		memory_.crashes++;
	keep(now);
	safe_ = memory_.crashes >= CRASHES_TO_SAFETY;
	if (safe_) log_.error("%u crashes in a row: only the relays work, until the next restart.", memory_.crashes);
	clock_.open(configure.place.time_zone);
	if (safe_)
		revision_ = configure.revision;
	else
		apply_rest(configure, now);
}

/**
 * Replaces the configuration of the file by the one that the hub sent later, if it belongs to the same registration
 * key.
 */
void Controls::load(wire::BoardConfig *file) {
	KeyId registration;
	memcpy(registration.data(), file->key_id, registration.size());
	store_.open(registration);
	// A firmware with more room may have written it: then the file's configuration is better than none.
	if (store_.has_any() && !store_.load(&file->configure)) read_board_file(hal_, file);
}

void Controls::apply_rest(const wire::Configure &configure, Time now) {
	revision_ = configure.revision;
	inputs_.configure(configure, now);
	sensors_.configure(configure, now);
	schedules_.configure(configure);
	run_schedules(now);
}

void Controls::run_schedules(Time now) { schedules_.step(clock_.is_set() ? clock_.unix_ms() : 0, clock_.zone(), now); }

const char *Controls::refusal_of(const wire::Configure &configure) const {
	const char *refusal = config_refusal(hal_, configure);
	if (refusal != nullptr) return refusal;
	// Checked only here: a configuration that is in the flash already stays valid, whatever its network is.
	return configure.has_wifi && !is_possible(configure.wifi) ? "No Wi-Fi can have such a name or password." : nullptr;
}

const char *Controls::accept(const wire::Configure &configure) {
	if (const char *refusal = refusal_of(configure)) return refusal;
	return store_.save(configure) ? nullptr : ConfigStore::NOT_WRITTEN;
}

const char *Controls::accept_parts(uint32_t revision, wire::Configure *out) {
	const char *refusal = store_.read_parts(out);
	if (refusal == nullptr) refusal = out->revision == revision ? refusal_of(*out) : ConfigStore::INCOMPLETE;
	if (refusal != nullptr)
		store_.refuse_parts(refusal);
	else if (!store_.keep_parts())
		refusal = ConfigStore::NOT_WRITTEN;
	store_.drop_parts();
	return refusal;
}

void Controls::apply(const wire::Configure &configure, Time now) {
	safe_ = false;
	is_usable_ = true;
	clock_.told_zone(configure.place.time_zone);
	inputs_.let_go(configure);
	relays_.configure(configure, now);
	keep(now);
	apply_rest(configure, now);
	inputs_.tell_all();
}

void Controls::clock_told(uint64_t unix_ms, const char *zone, Time now) {
	clock_.told(unix_ms, zone);
	const uint64_t known = clock_.unix_ms();
	if (known > 0) relays_.clock_came(known, now);
	run_schedules(now);
}

void Controls::step(Time now) {
	inputs_.step(now);
	relays_.step(now);
	run_schedules(now);
	sensors_.step(now);
	const bool stable = memory_.crashes > 0 && now - booted_at_ >= STABLE_MS;
	if (stable) memory_.crashes = 0;
	if (stable || relays_.wants_keeping(now)) keep(now);
}

Time Controls::next_due(Time now) const {
	// A change is reported first and written right after, so that a board knows after a loss of power what it reported.
	if (relays_.wants_keeping(now)) return now;
	Time due = relays_.next_due();
	for (Time other : {inputs_.next_due(), sensors_.next_due(), schedules_.next_due(clock_.unix_ms(), now)})
		if (other < due) due = other;
	return due;
}

void Controls::tell_all(Time now) {
	relays_.tell_all(now);
	inputs_.tell_all();
	sensors_.tell_all(now);
}

void Controls::keep_for_restart(Time now) { keep(now); }

void Controls::keep(Time now) {
	relays_.keep(&memory_, now);
	memory_.written_unix_ms = clock_.unix_ms();
	const bool saved = memory_.save();
	// Logged once: relays work even if the flash is worn out.
	if (!saved && !flash_failed_)
		log_.error("The flash cannot be written: the board will not know its relays after a restart.");
	flash_failed_ = !saved;
}

} // namespace mooring
