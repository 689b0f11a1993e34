#include "fake_radio.h"

#include "../test.h"

namespace mooring::test {

void FakeRadio::put_up(const char *ssid, const char *password) {
	take_down(ssid);
	wire::WifiConfig &network = air_[count_++];
	network = mooring_v2_WifiConfig_init_zero;
	strcpy(network.ssid, ssid);
	strcpy(network.password, password);
}

void FakeRadio::take_down(const char *ssid) {
	size_t kept = 0;
	for (size_t i = 0; i < count_; i++)
		if (strcmp(air_[i].ssid, ssid) != 0) air_[kept++] = air_[i];
	count_ = kept;
}

void FakeRadio::join(const wire::WifiConfig &network, Time now) {
	asked_ = network;
	settled_at_ = now + JOINING_MS;
	was_on_ = false;
	joins++;
}

WifiState FakeRadio::state(Time now) {
	if (falls_silent || now < settled_at_) return WifiState::Away;
	const wire::WifiConfig *network = find(asked_.ssid);
	if (network == nullptr && was_on_) settled_at_ = NEVER; // it does not come back by itself
	if (network == nullptr) return was_on_ ? WifiState::Away : WifiState::NotFound;
	if (strcmp(network->password, asked_.password) != 0) return WifiState::WrongPassword;
	was_on_ = true;
	return WifiState::Joined;
}

void FakeRadio::scan(Time now) {
	if (state(now) != WifiState::Joined) settled_at_ = NEVER;
	heard_at_ = now + SCANNING_MS;
}

Heard FakeRadio::heard(size_t index, HeardNetwork *out, Time now) const {
	if (hangs || now < heard_at_) return Heard::NotYet;
	if (index >= count_) return Heard::NoMore;
	*out = {};
	strcpy(out->ssid, air_[index].ssid);
	out->rssi = -40 - static_cast<int32_t>(index);
	out->open = air_[index].password[0] == '\0';
	return Heard::Network;
}

const wire::WifiConfig *FakeRadio::find(const char *ssid) const {
	for (size_t i = 0; i < count_; i++)
		if (strcmp(air_[i].ssid, ssid) == 0) return &air_[i];
	return nullptr;
}

} // namespace mooring::test
