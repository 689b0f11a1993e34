#include "board.h"

// The messages between a board and its hub, once the link is up.

namespace mooring {

namespace {

constexpr Time DEFAULT_BEAT_MS = 2'000;
/** The range of a Pace; a value outside is taken as the nearest limit. */
constexpr Time SHORTEST_BEAT_MS = 100, LONGEST_BEAT_MS = 60'000;
/** How long the hub may take to close after Provisioned before the board comes back by itself. */
constexpr Time PROVISIONED_WAIT_MS = 10'000;
/** The hub gets at most twenty lines of the log a minute. */
constexpr Time LINE_EVERY_MS = 3'000;
/** How long the light says that an update is under way, after its last piece. */
constexpr Time UPDATING_MS = 5'000;

} // namespace

void Board::greet() {
	wire::Hello hello = mooring_v2_Hello_init_zero;
	Vitals vitals = {};
	hal_.vitals(hal_.context, &vitals);
	write_code(hal_, hello.device_id);
	memcpy(hello.mac, hal_.mac, sizeof hello.mac);
	memcpy(hello.board, name_, sizeof hello.board);
	strncpy(hello.firmware, version(), sizeof hello.firmware - 1);
	strncpy(hello.chip, hal_.chip, sizeof hello.chip - 1);
	hello.boot_id = boot_id_;
	hello.boot_count = controls_.boots();
	hello.boot_reason = hal_.boot_reason;
	hello.uptime_ms = hal_.monotonic_ms(hal_.context);
	hello.free_heap = vitals.free_heap;
	hello.rssi = vitals.rssi;
	memcpy(hello.ssid, vitals.ssid, sizeof hello.ssid);
	hello.config_revision = controls_.revision();
	hello.features = mooring_v2_Feature_FEATURE_PAUSE_AND_VACATION | mooring_v2_Feature_FEATURE_MORE_SENSORS |
					 mooring_v2_Feature_FEATURE_INPUT_KINDS;
	hello.has_capacity = true;
	hello.capacity = {MAX_RELAYS, MAX_INPUTS, MAX_SENSORS, MAX_SCHEDULES, ConfigStore::MAX_BYTES};
	link_.greet(candidate_, hello);
}

void Board::welcomed(Time now) {
	const wire::Welcome &welcome = link_.welcome();
	log_.info("authenticated");
	hub_is_proven_ = true;
	is_refused_ = false;
	welcomed_at_ = now;
	beat(now);
	pace(welcome.beat_ms > 0 ? welcome.beat_ms : static_cast<uint32_t>(DEFAULT_BEAT_MS), now);
	controls_.clock_told(welcome.hub_time_ms, welcome.time_zone, now);
	controls_.tell_all(now);
}

void Board::heard(Time now) {
	wire::FromHub &message = decoded_.message;
	const bool readable = wire::decode(mooring_v2_FromHub_fields, &message, link_.message());
	// A frame that can be decrypted proves the hub, whatever the message says.
	backoff_.reset();
	if (image_trial_.hub_has_spoken()) hal_.image_keep(hal_.context);
	if (candidate_.credential == mooring_v2_Credential_CREDENTIAL_DEVICE) {
		if (!keys_.accept(candidate_.id)) log_.warn("that the key was accepted could not be written to the flash");
		tries_ = 0;
	}
	// A key, or a Wi-Fi's password. Most messages are commands, which should be quick.
	const pb_size_t kind = message.which_message;
	const bool holds_secrets = !readable || kind == mooring_v2_FromHub_provision_tag ||
							   kind == mooring_v2_FromHub_configure_tag ||
							   kind == mooring_v2_FromHub_configure_part_tag;
	const uint32_t refused = readable ? 0 : wire::configure_revision(link_.message());
	if (refused > 0) applied(refused, ConfigStore::TOO_LARGE);
	if (readable) act(now);
	if (holds_secrets) wipe(&decoded_, sizeof decoded_);
}

void Board::act(Time now) {
	const wire::FromHub &message = decoded_.message;
	wire::OtaProgress progress;
	switch (message.which_message) {
		case mooring_v2_FromHub_set_relay_tag:
			return set_relay(message.message.set_relay, now);
		case mooring_v2_FromHub_pace_tag:
			return pace(message.message.pace.beat_ms, now);
		case mooring_v2_FromHub_provision_tag:
			return provision(message.message.provision, now);
		case mooring_v2_FromHub_configure_tag:
			return configure(message.message.configure, now);
		case mooring_v2_FromHub_configure_part_tag:
			return configure_part(message.message.configure_part, now);
		case mooring_v2_FromHub_identify_tag:
			here_until_ = now + static_cast<Time>(message.message.identify.for_ms);
			return log_.note("blink, blink: this is the board you are looking for");
		case mooring_v2_FromHub_reboot_tag:
			log_.info("restarts, as the hub asked for");
			return leave(Leaving::ForRestart, now);
		case mooring_v2_FromHub_ota_begin_tag:
			log_.note("an update to %s begins", message.message.ota_begin.version);
			if (hal_.image_announced != nullptr) hal_.image_announced(hal_.context, message.message.ota_begin.version);
			return tell(update_.begin(message.message.ota_begin));
		case mooring_v2_FromHub_ota_chunk_tag:
			return tell(update_.chunk(message.message.ota_chunk));
		case mooring_v2_FromHub_ota_end_tag:
			if (update_.end(&progress)) tell(progress);
			return;
		case mooring_v2_FromHub_set_clock_tag:
			return controls_.clock_told(message.message.set_clock.hub_time_ms, message.message.set_clock.time_zone,
										now);
		default: // of a later version of the protocol
			return;
	}
}

void Board::set_relay(const wire::SetRelay &command, Time now) {
	const bool late = static_cast<uint64_t>(now - welcomed_at_) > command.deadline_ms;
	const unsigned relay = static_cast<unsigned>(command.relay);
	if (late)
		log_.warn("a command for relay %u came too late", relay);
	else
		log_.info("relay %u: %s", relay, command.on ? "on" : "off");
	if (!controls_.command(command, late, now)) log_.warn("there is no relay %u", relay);
}

void Board::provision(const wire::Provision &provision, Time now) {
	KeyId id;
	Key key;
	memcpy(id.data(), provision.key_id, id.size());
	memcpy(key.data(), provision.key, key.size());
	const bool kept = keys_.add(id, key);
	wipe(key.data(), key.size());
	if (!kept) return log_.error("the new key could not be read back; the old one stays");
	wire::FromDevice answer = mooring_v2_FromDevice_init_zero;
	answer.which_message = mooring_v2_FromDevice_provisioned_tag;
	memcpy(answer.message.provisioned.key_id, id.data(), id.size());
	link_.send(answer);
	tries_ = 0;
	come_back_at_once_ = true;
	provisioned_until_ = now + PROVISIONED_WAIT_MS;
	log_.note("got a new key");
}

void Board::configure(const wire::Configure &configure, Time now) {
	finish_configure(configure.revision, controls_.accept(configure), configure, now);
}

void Board::configure_part(const wire::ConfigurePart &part, Time now) {
	const uint32_t revision = part.revision;
	const char *why = controls_.take(part);
	if (why == nullptr && !controls_.has_all_parts()) return;
	// The whole is decoded over its last part.
	wire::Configure &configure = decoded_.file.configure;
	if (why == nullptr) why = controls_.accept_parts(revision, &configure);
	finish_configure(revision, why, configure, now);
}

void Board::finish_configure(uint32_t revision, const char *why, const wire::Configure &configure, Time now) {
	applied(revision, why == nullptr ? "" : why);
	if (why != nullptr) return;
	controls_.apply(configure, now);
	know_network(configure);
}

void Board::applied(uint32_t revision, const char *error) {
	wire::FromDevice answer = mooring_v2_FromDevice_init_zero;
	answer.which_message = mooring_v2_FromDevice_config_applied_tag;
	answer.message.config_applied.revision = revision;
	strncpy(answer.message.config_applied.error, error, sizeof answer.message.config_applied.error - 1);
	link_.send(answer);
	if (*error == '\0')
		log_.note("configuration %u applied", static_cast<unsigned>(revision));
	else
		log_.warn("configuration %u refused: %s", static_cast<unsigned>(revision), error);
}

void Board::pace(uint32_t beat_ms, Time now) {
	const Time asked = static_cast<Time>(beat_ms);
	beat_ms_ = asked < SHORTEST_BEAT_MS ? SHORTEST_BEAT_MS : asked > LONGEST_BEAT_MS ? LONGEST_BEAT_MS : asked;
	beat_at_ = now + beat_ms_;
}

void Board::beat(Time now) {
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	Vitals vitals = {};
	hal_.vitals(hal_.context, &vitals);
	message.which_message = mooring_v2_FromDevice_beat_tag;
	message.message.beat = {static_cast<uint64_t>(now), vitals.free_heap, vitals.rssi, !controls_.clock_is_set()};
	link_.send(message);
	beat_at_ = now + beat_ms_;
}

void Board::tell(const wire::RelayState &state) {
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	message.which_message = mooring_v2_FromDevice_relay_state_tag;
	message.message.relay_state = state;
	link_.send(message);
}

void Board::tell(const wire::InputState &state) {
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	message.which_message = mooring_v2_FromDevice_input_state_tag;
	message.message.input_state = state;
	link_.send(message);
}

void Board::tell(const wire::SensorReading &reading) {
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	message.which_message = mooring_v2_FromDevice_sensor_reading_tag;
	message.message.sensor_reading = reading;
	link_.send(message);
}

void Board::tell(const wire::FoundSensor &found) {
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	message.which_message = mooring_v2_FromDevice_found_sensor_tag;
	message.message.found_sensor = found;
	link_.send(message);
}

void Board::tell(const wire::OtaProgress &progress) {
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	message.which_message = mooring_v2_FromDevice_ota_progress_tag;
	message.message.ota_progress = progress;
	link_.send(message);
	const bool goes_on = progress.error[0] == '\0';
	updating_until_ = goes_on ? now() + UPDATING_MS : 0;
	if (!goes_on) log_.warn("the update failed: %s", progress.error);
}

void Board::tell_log(Time now) {
	const Log::Line *line = log_.untold();
	// Lines wait until more important messages are sent, and until the link is up.
	if (line == nullptr || now < next_line_at_ || !link_.is_up() || link_.has_unsent()) return;
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	message.which_message = mooring_v2_FromDevice_log_tag;
	message.message.log.level = line->level;
	memcpy(message.message.log.text, line->text, sizeof line->text);
	link_.send(message);
	log_.told();
	next_line_at_ = now + LINE_EVERY_MS;
}

} // namespace mooring
