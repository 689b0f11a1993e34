#include "radio.h"

namespace mooring::posix {

namespace {

/** Real radios take seconds; tests should not wait that long. */
constexpr Time JOINING_MS = 100, SCANNING_MS = 200;
/** dBm. The first network is the nearest, each further one is weaker by this. */
constexpr int32_t NEAREST = -42, FARTHER = -9;

} // namespace

bool Radio::add(const std::string &text) {
	const size_t equals = text.find('=');
	if (equals == std::string::npos) return false;
	Network network = {text.substr(0, equals), text.substr(equals + 1), true};
	if (network.ssid.empty() || network.ssid.size() >= sizeof asked_.ssid ||
		network.password.size() >= sizeof asked_.password)
		return false;
	room_.push_back(network);
	return true;
}

void Radio::turn(const std::string &ssid, bool on) {
	for (Network &network : room_)
		if (network.ssid == ssid) network.on = on;
}

void Radio::join(const wire::WifiConfig &network, Time now) {
	asked_ = network;
	settled_at_ = now + JOINING_MS;
	was_on_ = false;
}

WifiState Radio::state(Time now) {
	if (now < settled_at_) return WifiState::Away;
	const Network *network = find(asked_.ssid);
	if (network == nullptr || !network->on) {
		if (!was_on_) return WifiState::NotFound;
		settled_at_ = NEVER; // it does not come back by itself
		return WifiState::Away;
	}
	if (network->password != asked_.password) return WifiState::WrongPassword;
	was_on_ = true;
	return WifiState::Joined;
}

void Radio::scan(Time now) {
	heard_at_ = now + SCANNING_MS;
	if (state(now) != WifiState::Joined) settled_at_ = NEVER;
}

Heard Radio::heard(size_t index, HeardNetwork *out, Time now) const {
	if (now < heard_at_) return Heard::NotYet;
	for (const Network &network : room_) {
		if (!network.on || index-- > 0) continue;
		*out = {};
		memcpy(out->ssid, network.ssid.data(), network.ssid.size());
		out->rssi = rssi(network);
		out->open = network.password.empty();
		return Heard::Network;
	}
	return Heard::NoMore;
}

void Radio::tell(Vitals *out, Time now) {
	if (state(now) != WifiState::Joined) return;
	const uint8_t here[] = {127, 0, 0, 1};
	memcpy(out->ssid, asked_.ssid, sizeof out->ssid);
	memcpy(out->address, here, sizeof here);
	out->rssi = rssi(*find(asked_.ssid));
}

const Radio::Network *Radio::find(const std::string &ssid) const {
	for (const Network &network : room_)
		if (network.ssid == ssid) return &network;
	return nullptr;
}

int32_t Radio::rssi(const Network &network) const {
	return NEAREST + FARTHER * static_cast<int32_t>(&network - room_.data());
}

} // namespace mooring::posix
