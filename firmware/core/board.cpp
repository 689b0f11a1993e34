#include "board.h"

namespace mooring {

namespace {

constexpr uint16_t RECONNECT = 4000;
constexpr uint16_t FIRST_REFUSAL = 4400;
/** How often wall switches are read, and at least how often everything else is looked at. */
constexpr Time INPUTS_EVERY_MS = 5, REST_EVERY_MS = 100;
/** How long the light says that the board was claimed. */
constexpr Time CLAIMED_MS = 4'000;
/** How long TCP may take while other addresses are left: long enough to send a lost packet twice more. */
constexpr uint64_t REACH_MS = 4'000;

/** Close codes, or HTTP statuses instead of a WebSocket, that refuse the board or its address. 503 does not. */
bool refuses(uint16_t code) { return code == 403 || code == 426 || code == 429 || code >= FIRST_REFUSAL; }

} // namespace

Board::Board(const Hal &hal, const Crypto &crypto)
	: hal_(hal), log_(hal), keys_(hal), controls_(hal, crypto, *this, log_), update_(hal, crypto), wifi_(hal, log_),
	  setup_(hal, log_, wifi_), backoff_(hal), link_(hal, crypto), light_(hal), decoded_{} {}

void Board::boot() {
	wire::BoardConfig &file = decoded_.file;
	const Time start = now();
	setup_.begin(version());
	if (hal_.image_trial_ms != nullptr) image_trial_.begin(hal_.image_trial_ms(hal_.context), start);
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
	controls_.boot(&file, start);
	wifi_.open(registration_.id);
	static_assert(sizeof file.wifi / sizeof file.wifi[0] <= WifiChoice::MAX_OF_FILE);
	for (size_t i = 0; i < file.wifi_count; i++) wifi_.know(WifiChoice::OF_FILE + i, file.wifi[i]);
	know_network(file.configure);
	wipe(&decoded_, sizeof decoded_);
	keys_.open(registration_.id);
	update_.open();
	if (hub_count_ > 0) setup_.hub_is(&hubs_[0]);
	uint8_t random[8];
	hal_.random(hal_.context, random, sizeof random);
	boot_id_ = read_le64(random);
	if (!knows_hub())
		log_.error("The config file names no hub.");
	else
		connect_at_ = start;
}

uint32_t Board::step() {
	const Time time = now();
	if (leaving_ == Leaving::Off) return static_cast<uint32_t>(REST_EVERY_MS);
	if (!provisioned_) {
		run_update(time);
		run_wifi(time);
		return static_cast<uint32_t>(REST_EVERY_MS);
	}
	controls_.step(time);
	run_update(time);
	run_wifi(time);
	if (link_.is_idle() && time >= connect_at_) connect(time);
	run_link(time);
	if (leaving_ == Leaving::Off) return 0;
	if (link_.is_up() && time >= beat_at_) beat(time);
	if (time >= provisioned_until_) link_.end(static_cast<uint64_t>(time), "the hub did not close after a new key");
	light_.step(sign(time), time);
	tell_log(time);
	Time due = time + (controls_.has_inputs() ? INPUTS_EVERY_MS : REST_EVERY_MS);
	if (update_.is_checking()) due = time;
	const Time link = static_cast<Time>(link_.next_due() < NEVER ? link_.next_due() : NEVER);
	for (Time other :
		 {controls_.next_due(time), connect_at_, link, link_.is_up() ? beat_at_ : NEVER, light_.next_due()})
		if (other < due) due = other;
	return due > time ? static_cast<uint32_t>(due - time) : 0;
}

void Board::shut_down() { leave(Leaving::ForGood, now()); }

void Board::run_update(Time now) {
	wire::OtaProgress progress;
	if (update_.step(&progress)) {
		tell(progress);
		if (progress.done) leave(Leaving::ForRestart, now);
	}
	if (!image_trial_.is_lost(now)) return;
	log_.error("the new firmware has not reached the hub: back to the older one");
	leave(Leaving::ForOlderImage, now);
}

void Board::run_wifi(Time now) {
	setup_.step(now);
	switch (wifi_.step(now)) {
		case Wifi::Event::None:
			return;
		case Wifi::Event::Lost:
			return wifi_lost();
		case Wifi::Event::Joined:
			if (provisioned_ && knows_hub() && link_.is_idle() && connect_at_ > now) connect_at_ = now;
	}
}

/** A link does not survive a change of network, and TCP would not report that. */
void Board::wifi_lost() {
	if (link_.is_idle()) return;
	link_.abandon();
	beat_at_ = provisioned_until_ = NEVER;
	come_back_at_once_ = false;
	controls_.drop_parts();
	if (leaving_ != Leaving::Not) return left();
	log_.info("disconnected: the Wi-Fi is another one, or gone");
}

bool Board::knows_hub() const { return hub_count_ > 0 || hal_.look_up_hub != nullptr; }

size_t Board::candidate_count() const { return keys_.count() + (keys_.any_accepted() ? 0 : 1); }

void Board::connect(Time now) {
	const size_t index = tries_ % candidate_count();
	if (index < keys_.count())
		candidate_ = {mooring_v2_Credential_CREDENTIAL_DEVICE, keys_[index].id, keys_[index].key};
	else
		candidate_ = registration_;
	connect_at_ = NEVER; // run_wifi() sets it when there is a Wi-Fi
	if (!wifi_.is_joined()) return;
	// mDNS comes last, but is asked from the first try on, so that its answer is there in time.
	const bool seen = hal_.look_up_hub != nullptr && hal_.look_up_hub(hal_.context, hub_id_, &seen_);
	places_ = hub_count_ + (seen ? 1 : 0);
	if (places_ == 0) {
		connect_at_ = now + static_cast<Time>(backoff_.after_loss());
		return;
	}
	if (place_ >= places_) place_ = 0;
	hub_ = place_ < hub_count_ ? &hubs_[place_] : &seen_;
	hub_is_proven_ = false;
	setup_.hub_is(hub_);
	const uint64_t reach_ms = misses_ + 1 < places_ ? REACH_MS : Link::HANDSHAKE_TIMEOUT_MS;
	link_.open(static_cast<uint64_t>(now), hub_->host, static_cast<uint16_t>(hub_->port), reach_ms);
}

/** Adds the network of the configuration to those of the config file. */
void Board::know_network(const wire::Configure &configure) {
	static const wire::WifiConfig NONE = mooring_v2_WifiConfig_init_zero;
	wifi_.know(WifiChoice::OF_CONFIGURATION, configure.has_wifi ? configure.wifi : NONE);
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

Sign Board::sign(Time now) const {
	// A relay may be wired to the light's pin.
	if (!provisioned_ || !controls_.is_usable()) return Sign::None;
	if (now < here_until_) return Sign::Here;
	if (now < updating_until_ || update_.is_checking()) return Sign::Updating;
	if (now < claimed_until_) return Sign::Claimed;
	if (!wifi_.is_joined()) return Sign::NoWifi;
	if (is_refused_) return Sign::Refused;
	if (!link_.is_up()) return Sign::NoHub;
	return candidate_.credential == mooring_v2_Credential_CREDENTIAL_REGISTRATION ? Sign::NotClaimed : Sign::None;
}

void Board::leave(Leaving how, Time now) {
	if (leaving_ != Leaving::Not) return;
	leaving_ = how;
	if (provisioned_) controls_.keep_for_restart(now);
	wire::FromDevice message = mooring_v2_FromDevice_init_zero;
	message.which_message = mooring_v2_FromDevice_goodbye_tag;
	message.message.goodbye.reason = how == Leaving::ForGood ? mooring_v2_GoodbyeReason_GOODBYE_REASON_SHUTDOWN
															 : mooring_v2_GoodbyeReason_GOODBYE_REASON_REBOOT;
	link_.send(message);
	link_.end(static_cast<uint64_t>(now), "the board closed the link");
	if (link_.is_idle()) left();
}

void Board::left() {
	if (leaving_ == Leaving::ForRestart) hal_.restart(hal_.context);
	if (leaving_ == Leaving::ForOlderImage) hal_.image_go_back(hal_.context);
	leaving_ = Leaving::Off;
	connect_at_ = NEVER;
}

void Board::closed(Time now) {
	const uint16_t code = link_.code();
	const bool at_once = code == RECONNECT || come_back_at_once_;
	const bool key_refused = code >= FIRST_REFUSAL;
	beat_at_ = provisioned_until_ = NEVER;
	come_back_at_once_ = false;
	controls_.drop_parts();
	if (leaving_ != Leaving::Not) return left();
	if (key_refused) tries_++;
	// A key that has not been tried yet is tried at once; the board slows down only when all keys were refused.
	const bool more_keys = key_refused && tries_ % candidate_count() != 0;
	is_refused_ = key_refused ? !more_keys : is_refused_ && code == WS_BROKEN;
	const bool was_registering = candidate_.credential == mooring_v2_Credential_CREDENTIAL_REGISTRATION;
	if (code == RECONNECT && was_registering) claimed_until_ = now + CLAIMED_MS;
	// Nothing proves that whoever refused is the board's hub: that may be at the next address.
	const bool missed = !at_once && !more_keys && !hub_is_proven_;
	if (hub_is_proven_) misses_ = 0;
	if (missed) {
		place_++;
		misses_++;
	}
	const bool more_places = missed && misses_ < places_;
	if (misses_ >= places_) misses_ = 0;
	const uint32_t pause = at_once || more_keys ? 0
						   : refuses(code)		? backoff_.after_refusal()
						   : more_places		? backoff_.before_next_address()
												: backoff_.after_loss();
	if (refuses(code))
		log_.info("refused (%u): %s", code, link_.words());
	else
		log_.info("disconnected: %s", link_.words());
	connect_at_ = now + static_cast<Time>(pause);
}

} // namespace mooring
