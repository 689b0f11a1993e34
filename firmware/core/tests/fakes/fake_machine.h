#pragma once

#include "../../flash/layout.h"
#include "../test.h"
#include "fake_hub.h"
#include "fake_radio.h"

namespace mooring::test {

/**
 * A flash that refuses what flash refuses, and whose power can go in the middle of an operation: what was under way
 * then is done by half, and nothing works until it comes back.
 */
class FakeFlash {
public:
	static constexpr uint32_t IMAGE_BYTES = 8 * FLASH_SECTOR_BYTES;
	static constexpr int NEVER_CUT = -1;

	FakeFlash() { make_new(); }

	/** As it comes from the factory, and with power. */
	void make_new();
	void put_config(Bytes file);
	/** The power goes in the middle of the operation after this many. */
	void cut_after(int operations) { left_ = operations; }
	bool is_cut() const { return cut_; }
	void power_on() {
		cut_ = false;
		left_ = NEVER_CUT;
	}
	/** Everything is refused, as by a flash that is worn out. */
	bool worn_out = false;
	int operations = 0;
	/** of things that no flash allows, asked for all the same */
	int misuses = 0;

	static uint32_t size(Region region);
	bool read(Region region, uint32_t offset, uint8_t *out, uint32_t size) const;
	bool erase(Region region, uint32_t sector_offset);
	bool write(Region region, uint32_t offset, const uint8_t *from, uint32_t size);

private:
	/** 0: all of it, 1: half of it, 2: nothing. */
	int begin_operation();
	uint8_t *at(Region region, uint32_t offset, uint32_t size);

	uint8_t config_[FLASH_SECTOR_BYTES];
	uint8_t state_[STATE_SECTORS * FLASH_SECTOR_BYTES];
	uint8_t image_[IMAGE_BYTES];
	int left_ = NEVER_CUT;
	bool cut_ = false;
};

/** A serial port: what a test puts on the line, and what the board does, its log and its packets as they came. */
class FakeSerial {
public:
	static constexpr size_t MOST_IN = 512, MOST_OUT = 8192;

	void hear(Bytes bytes);
	size_t read(uint8_t *out, size_t most);
	bool write(const uint8_t *from, size_t size);
	void say(const char *line);
	Bytes said() const { return {out_, out_size_}; }
	bool has_said(const char *text) const;
	void forget() { out_size_ = 0; }

	/** false: there is no room for a packet, for now */
	bool has_room = true;
	/** longer than is allowed */
	int misuses = 0;

private:
	uint8_t in_[MOST_IN], out_[MOST_OUT];
	size_t in_size_ = 0, out_size_ = 0;
};

/** A machine whose time is moved by hand. Any pin from 0 to 39 will do, 16 only without a pull-up, and every sensor but
 * the virtual one. */
class FakeMachine {
public:
	static constexpr uint32_t PINS = 40, WITHOUT_PULL_UP = 16;

	FakeFlash flash;
	Time now = 0;
	/** 0: it does not know the time; otherwise Unix ms at `now` 0 */
	int64_t unix_at_zero = 0;
	bool knows_time = false;
	Reading readings[MAX_READINGS] = {};
	size_t reading_count = 0;
	uint32_t restarts = 0;
	uint32_t switched_image = 0;
	char last_log[256] = "";
	/** On the far side of its network; nullptr: there is none. */
	FakeHub *hub = nullptr;
	FakeRadio radio;
	FakeSerial serial;
	/** Whether it looks for its hub by mDNS, and what that has found: a hub without a name is none. */
	bool looks_up = false;
	wire::HubAddress looked_up = {};
	/** of the host that it connects to */
	char last_host[sizeof looked_up.host] = "";
	/** nobody answers there, not even with a no; how often it tried one of them */
	const char *dead_hosts[2] = {"", ""};
	int dead_connects = 0;
	const char *firmware = nullptr;
	bool keeps_power = false;
	/** of an image on trial; what became of it */
	uint32_t image_trial_ms = 0;
	int kept_images = 0, older_images = 0;

	/** The levels from outside, and what the board makes of its pins. */
	int outside[PINS];
	int output[PINS];
	bool pulled_up[PINS];

	FakeMachine() { unplug(); }
	/** Pins forget everything. */
	void unplug();
	void set_unix(uint64_t unix_ms);
	/** Good until the next call; `reason` is why the board starts. */
	const Hal &hal(wire::BootReason reason);

private:
	Hal hal_{};
	bool is_at_dead_host_ = false;
	Random random_{1};
};

} // namespace mooring::test
