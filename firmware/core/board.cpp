#include "board.h"

#include <cstdio>

namespace mooring {

namespace {

constexpr uint16_t RECONNECT = 4000;
constexpr uint16_t FIRST_REFUSAL = 4400;
constexpr Time DEFAULT_BEAT_MS = 2'000;
/** What a Pace may ask for; anything else is brought into it. */
constexpr Time SHORTEST_BEAT_MS = 100, LONGEST_BEAT_MS = 60'000;
/** How long the hub may take to close after Provisioned before the board comes back by itself. */
constexpr Time PROVISIONED_WAIT_MS = 10'000;
/** A wall switch is looked at this often, everything else at least as often as the other. */
constexpr Time INPUTS_EVERY_MS = 5, REST_EVERY_MS = 100;
constexpr Time BLINK_MS = 250;
/** Twenty lines of the log a minute are enough for a hub. */
constexpr Time LINE_EVERY_MS = 3'000;

/** HTTP statuses in the place of a WebSocket: these refuse the board or its address, whatever its key; 503 does not. */
bool refuses(uint16_t code) { return code == 403 || code == 426 || code == 429 || code >= FIRST_REFUSAL; }

} // namespace

Board::Board(const Hal &hal, const Crypto &crypto)
	: hal_(hal), log_(hal), keys_(hal), controls_(hal, *this, log_), update_(hal, crypto), backoff_(hal),
	  link_(hal, crypto), decoded_{} {}

void Board::boot() {
	wire::BoardConfig &file = decoded_.file;
	const BoardFile read = read_board_file(hal_, &file);
	provisioned_ = read == BoardFile::Good;
	if (!provisioned_) return log_.error("%s", words_of(read));
	registration_.credential = mooring_v2_Credential_CREDENTIAL_REGISTRATION;
	memcpy(registration_.id.data(), file.key_id, registration_.id.size());
	memcpy(registration_.key.data(), file.key, registration_.key.size());
	memcpy(name_, file.board, sizeof name_);
	memcpy(hubs_, file.hubs, sizeof hubs_);
	hub_count_ = file.hubs_count;
	if (hal_.hub.host[0] != '\0') {
		hubs_[0] = hal_.hub;
		hub_count_ = 1;
	}
	memcpy(hub_id_, file.hub_id, sizeof hub_id_);
	const Time start = now();
	controls_.boot(&file, start);
	if (hal_.wifi_known != nullptr)
		for (uint32_t i = 0; i < file.wifi_count; i++) hal_.wifi_known(hal_.context, i, file.wifi[i]);
	know_network(file.configure);
	wipe(&decoded_, sizeof decoded_);
	keys_.open(registration_.id);
	update_.open();
	uint8_t random[8];
	hal_.random(hal_.context, random, sizeof random);
	boot_id_ = read_le64(random);
	if (hub_count_ == 0 && hal_.look_up_hub == nullptr)
		log_.error("The config file names no hub.");
	else
		connect_at_ = start;
}

uint32_t Board::step() {
	const Time time = now();
	if (!provisioned_ || leaving_ == Leaving::Off) return static_cast<uint32_t>(REST_EVERY_MS);
	controls_.step(time);
	wire::OtaProgress progress;
	if (update_.step(&progress)) {
		tell(progress);
		if (progress.done) leave(Leaving::ForRestart, time);
	}
	if (link_.is_idle() && time >= connect_at_) connect(time);
	run_link(time);
	if (leaving_ == Leaving::Off) return 0;
	if (link_.is_up() && time >= beat_at_) beat(time);
	if (time >= provisioned_until_) link_.end(static_cast<uint64_t>(time), "the hub did not close after a new key");
	blink(time);
	tell_log(time);
	Time due = time + (controls_.has_inputs() ? INPUTS_EVERY_MS : REST_EVERY_MS);
	if (update_.is_checking()) due = time;
	const Time link = static_cast<Time>(link_.next_due() < NEVER ? link_.next_due() : NEVER);
	for (Time other : {controls_.next_due(time), connect_at_, link, link_.is_up() ? beat_at_ : NEVER})
		if (other < due) due = other;
	return due > time ? static_cast<uint32_t>(due - time) : 0;
}

void Board::shut_down() { leave(Leaving::ForGood, now()); }

size_t Board::candidate_count() const { return keys_.count() + (keys_.any_accepted() ? 0 : 1); }

void Board::connect(Time now) {
	const size_t index = tries_ % candidate_count();
	if (index < keys_.count())
		candidate_ = {mooring_v2_Credential_CREDENTIAL_DEVICE, keys_[index].id, keys_[index].key};
	else
		candidate_ = registration_;
	connect_at_ = NEVER;
	// mDNS comes last, and is asked from the first try on, so that its answer is there in time.
	const size_t places = hub_count_ + (hal_.look_up_hub != nullptr ? 1 : 0);
	const bool seen = places > hub_count_ && hal_.look_up_hub(hal_.context, hub_id_, &seen_);
	if (address_ % places == hub_count_ && !seen) {
		address_++;
		if (hub_count_ == 0) {
			connect_at_ = now + static_cast<Time>(backoff_.after_loss());
			return;
		}
	}
	const size_t place = address_ % places;
	hub_ = place < hub_count_ ? &hubs_[place] : &seen_;
	link_.open(static_cast<uint64_t>(now), hub_->host, static_cast<uint16_t>(hub_->port));
}

/** The one of the configuration, after those of the config file. */
void Board::know_network(const wire::Configure &configure) {
	static const wire::WifiConfig NONE = mooring_v2_WifiConfig_init_zero;
	if (hal_.wifi_known != nullptr)
		hal_.wifi_known(hal_.context, Networks::PLACES - 1, configure.has_wifi ? configure.wifi : NONE);
}

void Board::run_link(Time now) {
	for (;;) {
		switch (link_.poll(static_cast<uint64_t>(now))) {
			case Link::Event::None:
				return;
			case Link::Event::Opened:
				log_.info("found the hub at %s:%u", hub_->host, static_cast<unsigned>(hub_->port));
				greet();
				break;
			case Link::Event::Welcomed:
				welcomed(now);
				break;
			case Link::Event::Message:
				heard(now);
				break;
			case Link::Event::Closed:
				return closed(now);
		}
	}
}

void Board::greet() {
	wire::Hello hello = mooring_v2_Hello_init_zero;
	Vitals vitals = {};
	hal_.vitals(hal_.context, &vitals);
	const uint8_t *mac = hal_.mac;
	snprintf(hello.device_id, sizeof hello.device_id, "ESP_%02X%02X%02X%02X%02X%02X", mac[0], mac[1], mac[2], mac[3],
			 mac[4], mac[5]);
	memcpy(hello.mac, mac, sizeof hello.mac);
	memcpy(hello.board, name_, sizeof hello.board);
	memcpy(hello.firmware, FIRMWARE_VERSION, sizeof FIRMWARE_VERSION);
	strncpy(hello.chip, hal_.chip, sizeof hello.chip - 1);
	hello.boot_id = boot_id_;
	hello.boot_count = controls_.boots();
	hello.boot_reason = hal_.boot_reason;
	hello.uptime_ms = hal_.monotonic_ms(hal_.context);
	hello.free_heap = vitals.free_heap;
	hello.rssi = vitals.rssi;
	memcpy(hello.ssid, vitals.ssid, sizeof hello.ssid);
	hello.config_revision = controls_.revision();
	link_.greet(candidate_, hello);
}

void Board::welcomed(Time now) {
	const wire::Welcome &welcome = link_.welcome();
	log_.info("authenticated");
	welcomed_at_ = now;
	beat(now);
	pace(welcome.beat_ms > 0 ? welcome.beat_ms : static_cast<uint32_t>(DEFAULT_BEAT_MS), now);
	controls_.clock_told(welcome.hub_time_ms, welcome.time_zone, now);
	controls_.tell_all(now);
}

void Board::heard(Time now) {
	wire::FromHub &message = decoded_.message;
	const bool readable = wire::decode(mooring_v2_FromHub_fields, &message, link_.message());
	// That it could be decrypted proves the hub, whatever it says.
	backoff_.reset();
	if (hal_.image_works != nullptr) hal_.image_works(hal_.context);
	if (candidate_.credential == mooring_v2_Credential_CREDENTIAL_DEVICE) {
		if (!keys_.accept(candidate_.id)) log_.warn("that the key was accepted could not be written to the flash");
		tries_ = 0;
	}
	const uint32_t refused = readable ? 0 : wire::configure_revision(link_.message());
	if (refused > 0) applied(refused, "It holds more than this board has room for.");
	if (readable) act(now);
	wipe(&message, sizeof message);
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
		case mooring_v2_FromHub_identify_tag:
			blink_until_ = now + static_cast<Time>(message.message.identify.for_ms);
			return log_.note("blink, blink: this is the board you are looking for");
		case mooring_v2_FromHub_reboot_tag:
			log_.info("restarts, as the hub asked for");
			return leave(Leaving::ForRestart, now);
		case mooring_v2_FromHub_ota_begin_tag:
			log_.note("an update to %s begins", message.message.ota_begin.version);
			return tell(update_.begin(message.message.ota_begin));
		case mooring_v2_FromHub_ota_chunk_tag:
			return tell(update_.chunk(message.message.ota_chunk));
		case mooring_v2_FromHub_ota_end_tag:
			if (update_.end(&progress)) tell(progress);
			return;
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
	const char *why = controls_.accept(configure);
	applied(configure.revision, why == nullptr ? "" : why);
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

void Board::tell(const wire::OtaProgress &progress) {
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	message.which_message = mooring_v2_FromDevice_ota_progress_tag;
	message.message.ota_progress = progress;
	link_.send(message);
	if (progress.error[0] != '\0') log_.warn("the update failed: %s", progress.error);
}

void Board::tell_log(Time now) {
	const Log::Line *line = log_.untold();
	// Lines wait for what matters more, and for the hub to know this board.
	if (line == nullptr || now < next_line_at_ || !link_.is_up() || link_.has_unsent()) return;
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	message.which_message = mooring_v2_FromDevice_log_tag;
	message.message.log.level = line->level;
	memcpy(message.message.log.text, line->text, sizeof line->text);
	link_.send(message);
	log_.told();
	next_line_at_ = now + LINE_EVERY_MS;
}

void Board::blink(Time now) {
	if (blink_until_ == NEVER) return;
	hal_.light(hal_.context, now < blink_until_ && (blink_until_ - now) / BLINK_MS % 2 == 0);
	if (now >= blink_until_) blink_until_ = NEVER;
}

void Board::leave(Leaving how, Time now) {
	if (leaving_ != Leaving::Not) return;
	leaving_ = how;
	if (provisioned_) controls_.keep_for_restart(now);
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	message.which_message = mooring_v2_FromDevice_goodbye_tag;
	message.message.goodbye.reason = how == Leaving::ForRestart ? mooring_v2_GoodbyeReason_GOODBYE_REASON_REBOOT
																: mooring_v2_GoodbyeReason_GOODBYE_REASON_SHUTDOWN;
	link_.send(message);
	link_.end(static_cast<uint64_t>(now), "the board closed the link");
	if (link_.is_idle()) left();
}

void Board::left() {
	if (leaving_ == Leaving::ForRestart) hal_.restart(hal_.context);
	leaving_ = Leaving::Off;
	connect_at_ = NEVER;
}

void Board::closed(Time now) {
	const uint16_t code = link_.code();
	const bool at_once = code == RECONNECT || come_back_at_once_;
	const bool key_refused = code >= FIRST_REFUSAL;
	beat_at_ = provisioned_until_ = NEVER;
	come_back_at_once_ = false;
	if (leaving_ != Leaving::Not) return left();
	if (key_refused) tries_++;
	// Another key that has not been tried yet is tried at once; only when all were refused it gets slower.
	const bool more_keys = key_refused && tries_ % candidate_count() != 0;
	const uint32_t pause = at_once || more_keys ? 0 : refuses(code) ? backoff_.after_refusal() : backoff_.after_loss();
	// Nothing proves that who refused is the board's hub: it may live at the next address.
	if (!at_once && !more_keys) address_++;
	if (refuses(code))
		log_.info("refused (%u): %s", code, link_.words());
	else
		log_.info("disconnected: %s", link_.words());
	connect_at_ = now + static_cast<Time>(pause);
}

} // namespace mooring
