#pragma once

#include <initializer_list>
#include <new>

#include "../../board.h"
#include "../../flash/crc32.h"
#include "crypto_of_tests.h"
#include "fake_hub.h"
#include "fake_machine.h"

namespace mooring::test {

constexpr wire::BootReason POWER_ON = mooring_v2_BootReason_BOOT_REASON_POWER_ON;
constexpr KeyId REGISTRATION_ID = {0x5e, 1};
constexpr Key REGISTRATION_KEY = {0x5f, 2};
inline const wire::WifiConfig NO_WIFI = mooring_v2_WifiConfig_init_zero;
constexpr Time STEP_MS = ON_CHIP ? 20 : 5;
/** Enough for all backoffs and time-outs on the way to a hub that is reachable. */
constexpr Time SETTLES_MS = 120'000;

/** A board, its machine and its hub. */
struct House {
	explicit House(uint8_t number = 0) : hub(crypto_of_tests()) {
		KeyId id = REGISTRATION_ID;
		id[15] = number;
		hub.expect_board(id, REGISTRATION_KEY);
		flash_config(id, REGISTRATION_KEY);
	}
	~House() { power_off(); }

	/** `wifi` is the network of the config file; none if it has no name. `hubs` are its addresses of the hub. */
	void flash_config(const KeyId &id, const Key &key, const wire::WifiConfig &wifi = NO_WIFI,
					  std::initializer_list<const char *> hubs = {"hub"}) {
		static uint8_t blob[FLASH_SECTOR_BYTES];
		wire::BoardConfig config = mooring_v2_BoardConfig_init_zero;
		strcpy(config.board, "d1-mini");
		memcpy(config.key_id, id.data(), id.size());
		memcpy(config.key, key.data(), key.size());
		for (const char *host : hubs) {
			wire::HubAddress &hub = config.hubs[config.hubs_count++];
			strcpy(hub.host, host);
			hub.port = 8080;
		}
		config.wifi_count = wifi.ssid[0] != '\0' ? 1 : 0;
		config.wifi[0] = wifi;
		config.has_configure = true;
		config.configure.relays_count = 1;
		config.configure.relays[0].id = 1;
		config.configure.relays[0].pin = 5;
		const size_t size = wire::encode(mooring_v2_BoardConfig_fields, &config, blob + 12, sizeof blob - 12);
		memcpy(blob, "MOOR\x01\x00", 6);
		blob[6] = static_cast<uint8_t>(size & 0xff);
		blob[7] = static_cast<uint8_t>(size >> 8);
		write_le32(blob + 8, crc32(0, {blob + 12, size}));
		machine.flash.put_config({blob, 12 + size});
	}

	void power_on(wire::BootReason reason = POWER_ON) {
		power_off();
		machine.hub = &hub;
		board = new (memory) Board(machine.hal(reason), crypto_of_tests());
		board->boot();
		due_at = machine.now;
	}

	void power_off() {
		if (board != nullptr) board->~Board();
		board = nullptr;
		hub.close();
	}

	void step() {
		const bool is_open = hub.state() == Tcp::Open;
		const bool something_came = hub.has_output() || is_open != was_open;
		was_open = is_open;
		if (!sleeps || something_came || machine.now >= due_at) {
			board->step();
			due_at = board->next_due();
			steps++;
		}
		hub.work();
		machine.now += STEP_MS;
	}

	void run(Time ms) {
		for (const Time until = machine.now + ms; machine.now < until;) step();
	}

	/** False if the condition did not become true. */
	template<typename Condition>
	bool run_until(Condition condition, Time ms = SETTLES_MS) {
		for (const Time until = machine.now + ms; machine.now < until; step())
			if (condition()) return true;
		return condition();
	}

	bool is_up() const { return hub.is_settled() && hub.heard_count > 0; }
	bool comes_up() {
		return run_until([this] { return is_up(); });
	}

	/** Waits for a session that begins from now on. */
	bool comes_back() {
		const int before = hub.sessions;
		return run_until([&] { return hub.sessions > before && is_up(); });
	}

	const wire::FromDevice *last(pb_size_t kind) const {
		for (size_t i = hub.heard_count; i-- > 0;)
			if (hub.heard[i].which_message == kind) return &hub.heard[i];
		return nullptr;
	}

	FakeMachine machine;
	FakeHub hub;
	Board *board = nullptr;
	/** the board is stepped only when something came, or when it has asked for it */
	bool sleeps = false;
	/** how often it was stepped, the time that it asked for, and whether its link was open after the last step */
	int steps = 0;
	Time due_at = 0;
	bool was_open = false;
	alignas(Board) uint8_t memory[sizeof(Board)];
};

inline wire::FromHub message_of(pb_size_t kind) {
	wire::FromHub message = mooring_v2_FromHub_init_zero;
	message.which_message = kind;
	return message;
}

/** Makes a new object in place of the one before: a chip has no memory for two. */
template<class Kind, class... Given>
Kind &anew(const Given &...given) {
	alignas(Kind) static uint8_t memory[sizeof(Kind)];
	static Kind *one = nullptr;
	if (one != nullptr) one->~Kind();
	one = new (memory) Kind(given...);
	return *one;
}

} // namespace mooring::test
