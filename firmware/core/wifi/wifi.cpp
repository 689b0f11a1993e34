#include "wifi.h"

namespace mooring {

void Wifi::open(const KeyId &registration) {
	uint8_t record[RECORD_BYTES];
	wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
	registration_ = registration;
	open_ = true;
	store_.open();
	const uint32_t size = store_.size();
	if (size <= registration.size() || !store_.load(record, sizeof record)) return;
	const Bytes kept = {record + registration.size(), size - registration.size()};
	if (memcmp(record, registration.data(), registration.size()) == 0 &&
		wire::decode(mooring_v2_WifiConfig_fields, &network, kept))
		know(WifiChoice::GIVEN, network);
	wipe(record, sizeof record);
	wipe(&network, sizeof network);
}

Wifi::Event Wifi::step(Time now) {
	if (!has_radio()) return Event::None;
	if (left_) {
		left_ = false;
		return Event::Lost;
	}
	const WifiState radio = asked_ != nullptr ? hal_.wifi_state(hal_.context) : WifiState::Away;
	const bool was_joined = joined_;
	joined_ = radio == WifiState::Joined;
	if (tries_again(radio)) return Event::None;
	tell(radio);
	if (now >= scan_until_) end_scan();
	if (trial_ == Trial::Running)
		step_trial(radio, now);
	else if (!scanning_ || joined_) {
		if (const wire::WifiConfig *next = networks_.step(radio, now)) join(*next);
	}
	return joined_ == was_joined ? Event::None : joined_ ? Event::Joined : Event::Lost;
}

void Wifi::join(const wire::WifiConfig &network) {
	asked_ = &network;
	radio_ = WifiState::Away;
	hal_.wifi_join(hal_.context, network);
}

/** The dashboard's page that flashes boards looks for these words. */
void Wifi::tell(WifiState radio) {
	if (radio == radio_) return;
	const bool was_lost = radio_ == WifiState::Joined;
	radio_ = radio;
	if (was_lost) return log_.info("Wi-Fi was lost"); // whatever reason the radio gives
	switch (radio) {
		case WifiState::Joined: {
			Vitals vitals = {};
			hal_.vitals(hal_.context, &vitals);
			const uint8_t *address = vitals.address;
			return log_.info("on Wi-Fi %s, %u.%u.%u.%u", asked_->ssid, address[0], address[1], address[2], address[3]);
		}
		case WifiState::NotFound:
			return log_.info("Wi-Fi %s: not found", asked_->ssid);
		case WifiState::WrongPassword:
			return log_.info("Wi-Fi %s: wrong password", asked_->ssid);
		case WifiState::Refused:
			return log_.info("Wi-Fi %s: the handshake failed", asked_->ssid);
		case WifiState::Away:
			return;
	}
}

bool Wifi::try_out(const wire::WifiConfig &network, Time now) {
	if (!has_radio() || !open_) return false;
	end_scan();
	given_ = network;
	trial_ = Trial::Running;
	tries_ = 1;
	trial_until_ = now + TRIAL_MS;
	left_ = joined_;
	joined_ = false;
	log_.info("trying Wi-Fi %s, which came over the serial port", network.ssid);
	join(given_);
	return true;
}

bool Wifi::tries_again(WifiState radio) {
	const bool gave_up = radio != WifiState::Away && radio != WifiState::Joined;
	if (trial_ != Trial::Running || !gave_up || tries_ == TRIAL_TRIES) return false;
	tries_++;
	join(given_);
	return true;
}

void Wifi::step_trial(WifiState radio, Time now) {
	if (radio == WifiState::Joined) {
		trial_ = Trial::Worked;
		networks_.know(WifiChoice::GIVEN, given_);
		networks_.went_to(WifiChoice::GIVEN);
		asked_ = &networks_[WifiChoice::GIVEN];
		keep();
	} else if (radio != WifiState::Away || now >= trial_until_) {
		trial_ = Trial::Failed;
		log_.info("no luck with %s, which is not kept: back to the networks from before", given_.ssid);
		asked_ = nullptr;
		networks_.try_again();
	} else
		return;
	wipe(&given_, sizeof given_);
}

void Wifi::keep() {
	uint8_t record[RECORD_BYTES], kept[RECORD_BYTES];
	memcpy(record, registration_.data(), registration_.size());
	const size_t encoded = wire::encode(mooring_v2_WifiConfig_fields, &given_, record + registration_.size(),
										sizeof record - registration_.size());
	const Bytes wanted = {record, registration_.size() + encoded};
	const bool is_there =
		store_.size() == wanted.size && store_.load(kept, sizeof kept) && memcmp(kept, record, wanted.size) == 0;
	if (!is_there && !store_.save(wanted))
		log_.warn("The flash does not take the Wi-Fi %s: the board knows it until its next start.", given_.ssid);
	wipe(record, sizeof record);
	wipe(kept, sizeof kept);
}

bool Wifi::scan(Time now) {
	if (!has_radio() || trial_ == Trial::Running) return false;
	scanning_ = true;
	scan_until_ = now + SCAN_MS;
	hal_.wifi_scan(hal_.context);
	return true;
}

Heard Wifi::heard(size_t index, HeardNetwork *out) {
	if (!scanning_) return Heard::NoMore;
	const Heard heard = hal_.wifi_heard(hal_.context, index, out);
	if (heard == Heard::NoMore) end_scan();
	return heard;
}

/** The radio gave up what it was about to join for the scan: that is tried again. */
void Wifi::end_scan() {
	if (scanning_ && !joined_) networks_.try_again();
	scanning_ = false;
}

} // namespace mooring
