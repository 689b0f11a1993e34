#include "../../link/mdns.h"
#include "../fakes/house.h"

// How a board reaches its hub: over which Wi-Fi, and at which address.

namespace mooring::test {

namespace {

constexpr uint8_t ID[HUB_ID_BYTES] = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0, 0, 0, 0, 0, 0, 0, 0x0f};
constexpr WifiState AWAY = WifiState::Away;
constexpr Subnet OWN = {{192, 168, 1, 40}, {255, 255, 255, 0}};

/** A message of mDNS, written record by record. */
struct Message {
	uint8_t bytes[512] = {0, 0, 0x84, 0};
	size_t size = 12;

	void put(const void *from, size_t count) {
		memcpy(bytes + size, from, count);
		size += count;
	}
	void put16(unsigned value) {
		bytes[size++] = static_cast<uint8_t>(value >> 8);
		bytes[size++] = static_cast<uint8_t>(value);
	}
	/** Adds type, time to live (an hour, unless given) and data behind the name. */
	void record(unsigned type, const void *data, size_t count, unsigned ttl = 3600) {
		put16(type);
		put16(0x8001);
		put16(0);
		put16(ttl);
		put16(static_cast<unsigned>(count));
		put(data, count);
		bytes[11]++;
	}
	Bytes all() const { return {bytes, size}; }
};

/** A hub's announcement, with the address of an internal network before the one that matters. */
Message answer_of_a_hub(unsigned ttl = 3600) {
	Message message;
	message.put("\x03Hub\x08_mooring\x04_tcp\x05local", 25);
	message.record(33, "\0\0\0\0\x1f\x90\x09mooring-1\x05local", 23, ttl);
	message.put("\xc0\x0c", 2);
	message.record(16, "\x03v=2\x23id=0123456789ABCDEF000000000000000f", 40, ttl);
	const uint8_t far[] = {172, 17, 0, 1}, near[] = {192, 168, 1, 7};
	message.put("\x09MOORING-1\x05local", 17);
	message.record(1, far, sizeof far, ttl);
	message.put("\x09mooring-1\x05local", 17);
	message.record(1, near, sizeof near, ttl);
	return message;
}

wire::WifiConfig network(const char *ssid) {
	wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
	strcpy(network.ssid, ssid);
	strcpy(network.password, "open sesame");
	return network;
}

bool is(const wire::WifiConfig *network, const char *ssid) {
	return network != nullptr && strcmp(network->ssid, ssid) == 0;
}

} // namespace

TEST(Mdns, Question_IsOneOfRfc6762) {
	const Bytes question = mdns_question();
	CHECK_EQUAL(question.size, 37);
	CHECK_EQUAL(question.data[5], 1);
	CHECK(memcmp(question.data + 12, "\x08_mooring\x04_tcp\x05local\0\0\x0c\0\x01", 25) == 0);
}

TEST(Mdns, Answer_TellsTheAddressInTheBoardsOwnSubnet) {
	wire::HubAddress hub = {};
	CHECK(mdns_answer(answer_of_a_hub().all(), ID, OWN, &hub));
	CHECK(strcmp(hub.host, "192.168.1.7") == 0);
	CHECK_EQUAL(hub.port, 8080);
	const Subnet elsewhere = {{10, 0, 0, 2}, {255, 0, 0, 0}};
	CHECK(mdns_answer(answer_of_a_hub().all(), ID, elsewhere, &hub));
	CHECK(strcmp(hub.host, "172.17.0.1") == 0);
}

TEST(Mdns, Answer_OfAnotherHub_OrTakenBack_OrAQuestion_IsNone) {
	wire::HubAddress hub = {};
	uint8_t other[HUB_ID_BYTES];
	memcpy(other, ID, sizeof other);
	other[15] = 0x0e;
	CHECK(!mdns_answer(answer_of_a_hub().all(), other, OWN, &hub));
	CHECK(!mdns_answer(answer_of_a_hub(0).all(), ID, OWN, &hub));
	Message question = answer_of_a_hub();
	question.bytes[2] = 0;
	CHECK(!mdns_answer(question.all(), ID, OWN, &hub));
}

TEST(Mdns, Answer_CutAnywhere_OrWithAnyByteChanged_IsHarmless) {
	const Message whole = answer_of_a_hub();
	wire::HubAddress hub = {};
	static uint8_t exact[sizeof whole.bytes];
	for (size_t size = 0; size < whole.size; size++) {
		memcpy(exact + sizeof exact - size, whole.bytes, size);
		CHECK(size >= whole.size - 31 || !mdns_answer({exact + sizeof exact - size, size}, ID, OWN, &hub));
	}
	for (size_t at = 0; at < whole.size; at++) {
		for (unsigned value = 0; value < 256; value += ON_CHIP ? 51 : 1) {
			Message changed = whole;
			changed.bytes[at] = static_cast<uint8_t>(value);
			mdns_answer(changed.all(), ID, OWN, &hub);
		}
	}
}

TEST(WifiChoice, AreTriedInTurn_MoreAndMoreSlowly) {
	WifiChoice networks;
	CHECK(networks.step(AWAY, 0) == nullptr);
	networks.know(1, network("home"));
	networks.know(3, network("garden"));
	CHECK(is(networks.step(AWAY, 0), "home"));
	CHECK(networks.step(AWAY, WifiChoice::TRY_MS - 1) == nullptr);
	Time now = WifiChoice::TRY_MS;
	CHECK(is(networks.step(AWAY, now), "garden"));
	for (Time pause = WifiChoice::FIRST_PAUSE_MS; pause < 16'000; pause *= 2) {
		now += WifiChoice::TRY_MS;
		CHECK(networks.step(AWAY, now) == nullptr);
		now += pause;
		CHECK(networks.step(AWAY, now - 1) == nullptr);
		CHECK(is(networks.step(AWAY, now), "home"));
		now += WifiChoice::TRY_MS;
		CHECK(is(networks.step(AWAY, now), "garden"));
	}
}

TEST(WifiChoice, OneThatTheRadioGivesUp_IsFollowedByTheNextAtOnce_AndARoundByAPause) {
	WifiChoice networks;
	networks.know(1, network("home"));
	networks.know(2, network("garden"));
	networks.step(AWAY, 0);
	CHECK(is(networks.step(WifiState::WrongPassword, 5), "garden"));
	CHECK(networks.step(WifiState::NotFound, 10) == nullptr);
	CHECK(networks.step(WifiState::NotFound, 9 + WifiChoice::FIRST_PAUSE_MS) == nullptr);
	CHECK(is(networks.step(WifiState::NotFound, 10 + WifiChoice::FIRST_PAUSE_MS), "home"));
}

TEST(WifiChoice, OneThatIsLost_IsTriedFirst) {
	WifiChoice networks;
	networks.know(1, network("home"));
	networks.know(2, network("garden"));
	networks.step(AWAY, 0);
	CHECK(is(networks.step(AWAY, WifiChoice::TRY_MS), "garden"));
	CHECK(networks.step(WifiState::Joined, 30'000) == nullptr);
	CHECK(is(networks.step(AWAY, 40'000), "garden"));
	CHECK(is(networks.step(AWAY, 40'000 + WifiChoice::TRY_MS), "home"));
}

TEST(WifiChoice, OneThatIsNew_IsTriedAtOnce_AndDisturbsNone) {
	WifiChoice networks;
	networks.know(1, network("home"));
	networks.step(AWAY, 0);
	networks.know(3, network("garden"));
	CHECK(is(networks.step(AWAY, 1), "garden"));
	networks.step(WifiState::Joined, 2);
	networks.know(3, network("cellar"));
	CHECK(networks.step(WifiState::Joined, 3) == nullptr);
}

TEST(Board, FindsItsHubByMdns_WhereItsAddressIsWrong) {
	static House house;
	house.machine.looks_up = true;
	strcpy(house.machine.looked_up.host, "192.168.1.7");
	house.machine.looked_up.port = 8080;
	house.power_on();
	CHECK(house.comes_up());
	CHECK(strcmp(house.machine.last_host, "hub") == 0);
	house.machine.dead_hosts[0] = "hub";
	house.hub.close();
	CHECK(house.run_until([] { return strcmp(house.machine.last_host, "192.168.1.7") == 0; }));
	CHECK(house.comes_up());
	house.machine.dead_hosts[0] = "192.168.1.7";
	house.machine.looked_up = {};
	house.hub.close();
	CHECK(house.run_until([] { return strcmp(house.machine.last_host, "hub") == 0; }));
	CHECK(house.comes_up());
}

TEST(Board, OfAHubWithDeadAddresses_IsThereInSeconds_AndTriesTheOneThatWorkedFirst) {
	static House house;
	house.flash_config(REGISTRATION_ID, REGISTRATION_KEY, NO_WIFI, {"bridge", "tunnel", "hub"});
	house.machine.dead_hosts[0] = "bridge";
	house.machine.dead_hosts[1] = "tunnel";
	house.power_on();
	const Time begun = house.machine.now;
	CHECK(house.run_until([] { return strcmp(house.machine.last_host, "hub") == 0; }));
	CHECK(house.machine.now - begun < 10'000);
	CHECK(house.comes_up());
	for (int times = 0; times < 3; times++) {
		house.hub.close();
		CHECK(house.comes_back());
		CHECK_EQUAL(house.machine.dead_connects, 2);
	}
}

TEST(Board, LastAddressOfARound_HasTheWholeTimeOfASlowNetwork) {
	static House house;
	house.flash_config(REGISTRATION_ID, REGISTRATION_KEY, NO_WIFI, {"bridge", "tunnel"});
	house.machine.dead_hosts[0] = "bridge";
	house.machine.dead_hosts[1] = "tunnel";
	house.power_on();
	CHECK(house.run_until([] { return house.machine.dead_connects == 2; }));
	const Time begun = house.machine.now;
	CHECK(house.run_until([] { return house.machine.dead_connects == 3; }));
	CHECK(house.machine.now - begun >= 12'000);
}

TEST(Board, SecondNetworkOfAConfiguration_IsThereAtOnce_AndAfterARestart) {
	static House house;
	house.machine.radio.is_there = true;
	house.machine.radio.put_up("home", "open sesame");
	house.flash_config(REGISTRATION_ID, REGISTRATION_KEY, network("home"));
	house.power_on();
	CHECK(house.comes_up());
	wire::FromHub message = message_of(mooring_v2_FromHub_configure_tag);
	message.message.configure.revision = 1;
	message.message.configure.has_wifi = true;
	message.message.configure.wifi = network("garden");
	house.hub.send(message);
	CHECK(house.run_until([] { return house.machine.serial.has_said("configuration 1 applied"); }));
	house.machine.radio.take_down("home");
	house.machine.radio.put_up("garden", "open sesame");
	CHECK(house.comes_back());
	CHECK(is(&house.machine.radio.asked(), "garden"));
	house.power_on();
	CHECK(house.comes_back());
	CHECK(is(&house.machine.radio.asked(), "garden"));
}

TEST(Board, WhoseWifiComesLate_IsWithItsHubAsSoonAsItIsThere) {
	static House house;
	house.machine.radio.is_there = true;
	house.flash_config(REGISTRATION_ID, REGISTRATION_KEY, network("home"));
	house.power_on();
	house.run(600'000);
	CHECK_EQUAL(house.hub.connects, 0);
	house.machine.radio.put_up("home", "open sesame");
	CHECK(house.run_until([] { return house.machine.radio.state(house.machine.now) == WifiState::Joined; }));
	house.run(10 * STEP_MS);
	CHECK(house.hub.sessions > 0);
}

TEST(Board, WhoseWifiGoesAway_LeavesTheLinkAtOnce_AndIsBackWithIt) {
	static House house;
	house.machine.radio.is_there = true;
	house.machine.radio.put_up("home", "open sesame");
	house.flash_config(REGISTRATION_ID, REGISTRATION_KEY, network("home"));
	house.power_on();
	CHECK(house.comes_up());
	house.machine.radio.take_down("home");
	house.run(2 * STEP_MS);
	CHECK(house.machine.serial.has_said("Wi-Fi was lost"));
	CHECK(house.hub.state() == Tcp::Closed);
	house.machine.radio.put_up("home", "open sesame");
	CHECK(house.comes_back());
	CHECK_EQUAL(house.machine.restarts, 0);
}

} // namespace mooring::test
