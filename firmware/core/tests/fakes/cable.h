#pragma once

#include "house.h"
#include "improv_client.h"

namespace mooring::test {

constexpr char PASSWORD[] = "right one";

inline wire::WifiConfig network(const char *ssid, const char *password) {
	wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
	strcpy(network.ssid, ssid);
	strcpy(network.password, password);
	return network;
}

/** A board in a house with the Wi-Fi "home", and a client of Improv on its cable. */
struct Cable : House {
	explicit Cable(const wire::WifiConfig &of_file = NO_WIFI) {
		machine.radio.is_there = true;
		machine.radio.put_up("home", PASSWORD);
		flash_config(REGISTRATION_ID, REGISTRATION_KEY, of_file);
	}

	void ask(const Request &request) {
		machine.serial.forget();
		at = 0;
		machine.serial.hear(request.all());
	}
	/** Waits for the next packet. */
	bool hears(Time ms = 30'000) {
		return run_until([this] { return next_reply(machine.serial.said(), &at, &reply); }, ms);
	}
	bool hears_state(ImprovState state) {
		return hears() && reply.type == Reply::STATE && reply.value == static_cast<uint8_t>(state);
	}
	bool hears_error(ImprovError error) {
		return hears() && reply.type == Reply::ERROR && reply.value == static_cast<uint8_t>(error);
	}
	bool hears_result(ImprovCommand command) {
		return hears() && reply.type == Reply::RESULT && reply.value == static_cast<uint8_t>(command);
	}
	/** Gives the board a network, and waits until it tries to join. */
	void gives(const char *ssid, const char *password) {
		ask(Request(ssid, password));
		CHECK(hears_error(ImprovError::None));
		CHECK(hears_state(ImprovState::Provisioning));
	}
	bool is_on(const char *ssid) {
		return machine.radio.state(machine.now) == WifiState::Joined && strcmp(machine.radio.asked().ssid, ssid) == 0;
	}
	bool comes_on(const char *ssid) {
		return run_until([&] { return is_on(ssid); });
	}

	size_t at = 0;
	Reply reply{};
};

} // namespace mooring::test
