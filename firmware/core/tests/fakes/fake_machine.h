#pragma once

#include "../../flash/layout.h"
#include "../test.h"
#include "fake_hub.h"
#include "fake_radio.h"

namespace mooring::test {

/**
 * A flash that refuses what flash refuses. Its power can be lost in the middle of an operation: that operation is half
 * done, and nothing works until power_on().
 */
class FakeFlash {
public:
	static constexpr uint32_t IMAGE_BYTES = 8 * FLASH_SECTOR_BYTES;
	static constexpr int NEVER_CUT = -1;

	FakeFlash() { make_new(); }

	/** As from the factory, with power. */
	void make_new();
	void put_config(Bytes file);
	/** Loses power in the middle of the operation after this many. */
	void cut_after(int operations) { left_ = operations; }
	bool is_cut() const { return cut_; }
	void power_on() {
		cut_ = false;
		left_ = NEVER_CUT;
	}
	/** Refuses every erase and write. */
	bool worn_out = false;
	int operations = 0;
	/** how often something was asked for that no flash allows */
	int misuses = 0;

	static uint32_t size(Region region);
	bool read(Region region, uint32_t offset, uint8_t *out, uint32_t size) const;
	bool erase(Region region, uint32_t sector_offset);
	bool write(Region region, uint32_t offset, const uint8_t *from, uint32_t size);

private:
	/** How much of the operation is done. 0: all of it, 1: half of it, 2: nothing. */
	int begin_operation();
	uint8_t *at(Region region, uint32_t offset, uint32_t size);

	uint8_t config_[FLASH_SECTOR_BYTES];
	uint8_t state_[STATE_SECTORS * FLASH_SECTOR_BYTES];
	uint8_t image_[IMAGE_BYTES];
	int left_ = NEVER_CUT;
	bool cut_ = false;
};

/** A serial port: holds what a test sends, and the board's log and packets in the order they came. */
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
	/** how often a packet was longer than allowed */
	int misuses = 0;

private:
	uint8_t in_[MOST_IN], out_[MOST_OUT];
	size_t in_size_ = 0, out_size_ = 0;
};

/**
 * A machine whose time is moved by hand. It has pins 0 to 39 (16 without a pull-up), and every sensor except the
 * virtual one.
 */
class FakeMachine {
public:
	static constexpr uint32_t PINS = 40, WITHOUT_PULL_UP = 16;

	FakeFlash flash;
	Time now = 0;
	/** Unix ms at `now` 0; valid if it knows the time */
	int64_t unix_at_zero = 0;
	bool knows_time = false;
	Reading readings[MAX_READINGS] = {};
	size_t reading_count = 0;
	/** what answers on every one-wire bus, the last byte of its address counted from 1; and its family */
	uint8_t on_wire = 0, family = 0x28;
	int searches = 0;
	uint32_t restarts = 0;
	uint32_t switched_image = 0;
	char last_log[256] = "";
	/** the hub that it reaches; nullptr if there is none */
	FakeHub *hub = nullptr;
	FakeRadio radio;
	FakeSerial serial;
	/** whether it looks for its hub by mDNS, and what it has found; nothing if `host` is empty */
	bool looks_up = false;
	wire::HubAddress looked_up = {};
	/** the host that it connected to last */
	char last_host[sizeof looked_up.host] = "";
	/** hosts where nobody answers at all; and how often it tried one of them */
	const char *dead_hosts[2] = {"", ""};
	int dead_connects = 0;
	const char *firmware = nullptr;
	bool keeps_power = false;
	/** of an image on trial; and how often an image was kept, or the older one chosen */
	uint32_t image_trial_ms = 0;
	int kept_images = 0, older_images = 0;

	/** the board's own light, and how often it went on */
	bool lit = false;
	int flashes = 0;

	/** levels from outside, and what the board does with its pins */
	int outside[PINS];
	int output[PINS];
	bool pulled_up[PINS];

	FakeMachine() { unplug(); }
	/** Resets all pins. */
	void unplug();
	void set_unix(uint64_t unix_ms);
	/** Valid until the next call. `reason` is why the board starts. */
	const Hal &hal(wire::BootReason reason);

private:
	Hal hal_{};
	bool is_at_dead_host_ = false;
	Random random_{1};
};

} // namespace mooring::test
