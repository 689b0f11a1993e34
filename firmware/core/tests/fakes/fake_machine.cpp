#include "fake_machine.h"

namespace mooring::test {

namespace {

constexpr int NOT_CONNECTED = -1;

FakeMachine &of(void *context) { return *static_cast<FakeMachine *>(context); }

} // namespace

void FakeFlash::make_new() {
	memset(config_, 0xff, sizeof config_);
	memset(state_, 0xff, sizeof state_);
	memset(image_, 0xff, sizeof image_);
	worn_out = false;
	power_on();
}

void FakeFlash::put_config(Bytes file) {
	memset(config_, 0xff, sizeof config_);
	memcpy(config_, file.data, file.size);
}

uint32_t FakeFlash::size(Region region) {
	return region == Region::Config	 ? FLASH_SECTOR_BYTES
		   : region == Region::State ? STATE_SECTORS * FLASH_SECTOR_BYTES
									 : IMAGE_BYTES;
}

uint8_t *FakeFlash::at(Region region, uint32_t offset, uint32_t length) {
	if (length > size(region) || offset > size(region) - length) return nullptr;
	return (region == Region::Config ? config_ : region == Region::State ? state_ : image_) + offset;
}

int FakeFlash::begin_operation() {
	operations++;
	if (cut_ || worn_out) return 2;
	if (left_ == NEVER_CUT || left_-- > 0) return 0;
	cut_ = true;
	return 1;
}

bool FakeFlash::read(Region region, uint32_t offset, uint8_t *out, uint32_t length) const {
	const uint8_t *from = const_cast<FakeFlash *>(this)->at(region, offset, length);
	if (from == nullptr || cut_) return false;
	memcpy(out, from, length);
	return true;
}

bool FakeFlash::erase(Region region, uint32_t sector_offset) {
	uint8_t *sector = at(region, sector_offset, FLASH_SECTOR_BYTES);
	if (sector == nullptr || sector_offset % FLASH_SECTOR_BYTES != 0 || region == Region::Config)
		return misuses++, false;
	const int part = begin_operation();
	if (part == 0) memset(sector, 0xff, FLASH_SECTOR_BYTES);
	// Bits are set in no particular order: here some are, in every byte of the first half.
	if (part == 1)
		for (uint32_t i = 0; i < FLASH_SECTOR_BYTES / 2; i++) sector[i] = static_cast<uint8_t>(sector[i] | 0x5a);
	return part == 0;
}

bool FakeFlash::write(Region region, uint32_t offset, const uint8_t *from, uint32_t length) {
	uint8_t *to = at(region, offset, length);
	if (to == nullptr || offset % FLASH_WORD_BYTES != 0 || length % FLASH_WORD_BYTES != 0 || region == Region::Config)
		return misuses++, false;
	for (uint32_t i = 0; i < length; i++)
		if ((to[i] & from[i]) != from[i]) return misuses++, false;
	const int part = begin_operation();
	if (part < 2) memcpy(to, from, part == 0 ? length : length / 2);
	// The byte that was being written has lost some of its bits.
	if (part == 1) to[length / 2] = static_cast<uint8_t>(to[length / 2] & (from[length / 2] | 0xf0));
	return part == 0;
}

void FakeSerial::hear(Bytes bytes) {
	const size_t size = bytes.size < MOST_IN - in_size_ ? bytes.size : MOST_IN - in_size_;
	memcpy(in_ + in_size_, bytes.data, size);
	in_size_ += size;
}

size_t FakeSerial::read(uint8_t *out, size_t most) {
	const size_t size = in_size_ < most ? in_size_ : most;
	memcpy(out, in_, size);
	in_size_ -= size;
	memmove(in_, in_ + size, in_size_);
	return size;
}

bool FakeSerial::write(const uint8_t *from, size_t size) {
	if (size > MAX_SERIAL_BYTES) misuses++;
	if (!has_room) return false;
	// A test of many hours logs more than fits, and does not look at all of it.
	if (size > MOST_OUT - out_size_) forget();
	memcpy(out_ + out_size_, from, size);
	out_size_ += size;
	return true;
}

void FakeSerial::say(const char *line) {
	const bool had_room = has_room;
	has_room = true; // the log never waits
	write(reinterpret_cast<const uint8_t *>(line), strlen(line));
	write(reinterpret_cast<const uint8_t *>("\n"), 1);
	has_room = had_room;
}

bool FakeSerial::has_said(const char *text) const {
	const size_t size = strlen(text);
	for (size_t at = 0; at + size <= out_size_; at++)
		if (memcmp(out_ + at, text, size) == 0) return true;
	return false;
}

void FakeMachine::unplug() {
	for (uint32_t pin = 0; pin < PINS; pin++) outside[pin] = output[pin] = NOT_CONNECTED;
	memset(pulled_up, 0, sizeof pulled_up);
}

void FakeMachine::set_unix(uint64_t unix_ms) {
	knows_time = true;
	unix_at_zero = static_cast<int64_t>(unix_ms) - now;
}

const Hal &FakeMachine::hal(wire::BootReason reason) {
	static constexpr uint8_t MAC[6] = {0xa4, 0xcf, 0x12, 0xb3, 0xd0, 0x9e};
	hal_.context = this;
	hal_.chip = "fake";
	hal_.firmware = firmware;
	hal_.boot_reason = reason;
	hal_.keeps_power = keeps_power;
	memcpy(hal_.mac, MAC, sizeof MAC);

	hal_.monotonic_ms = [](void *context) { return static_cast<uint64_t>(of(context).now); };
	hal_.unix_ms = [](void *context, uint64_t *now) {
		*now = static_cast<uint64_t>(of(context).unix_at_zero + of(context).now);
		return of(context).knows_time;
	};
	hal_.set_unix_ms = [](void *context, uint64_t now) { of(context).set_unix(now); };
	hal_.random = [](void *context, uint8_t *out, size_t size) { of(context).random_.fill(out, size); };

	hal_.flash_size = [](void *, Region region) { return FakeFlash::size(region); };
	hal_.flash_read = [](void *context, Region region, uint32_t offset, uint8_t *out, uint32_t size) {
		return of(context).flash.read(region, offset, out, size);
	};
	hal_.flash_erase = [](void *context, Region region, uint32_t sector) {
		return of(context).flash.erase(region, sector);
	};
	hal_.flash_write = [](void *context, Region region, uint32_t offset, const uint8_t *from, uint32_t size) {
		return of(context).flash.write(region, offset, from, size);
	};

	hal_.pin_refusal = [](void *, uint32_t pin, PinUse use) -> const char * {
		if (pin == WITHOUT_PULL_UP && use == PinUse::PulledUpInput) return "This pin has no pull-up.";
		return pin < PINS ? nullptr : "There is no such pin.";
	};
	hal_.pin_write = [](void *context, uint32_t pin, bool high) { of(context).output[pin] = high ? 1 : 0; };
	hal_.pin_listen = [](void *context, const wire::InputConfig &input) {
		of(context).output[input.pin] = NOT_CONNECTED;
		of(context).pulled_up[input.pin] = input.pull_up;
	};
	hal_.pin_read = [](void *context, uint32_t pin) {
		const int level = of(context).outside[pin];
		return level == NOT_CONNECTED ? of(context).pulled_up[pin] : level == 1;
	};
	hal_.pin_release = [](void *context, uint32_t pin) { of(context).output[pin] = NOT_CONNECTED; };
	hal_.light = [](void *context, bool lit) {
		FakeMachine &machine = *static_cast<FakeMachine *>(context);
		machine.lit = lit;
		machine.flashes += lit ? 1 : 0;
	};

	hal_.sensor_possible = [](void *, const wire::SensorConfig &sensor) {
		return sensor.type != mooring_v2_SensorType_SENSOR_TYPE_UNSPECIFIED &&
			   sensor.type != mooring_v2_SensorType_SENSOR_TYPE_VIRTUAL &&
			   sensor.type <= mooring_v2_SensorType_SENSOR_TYPE_BH1750;
	};
	hal_.sensor_read = [](void *context, const wire::SensorConfig &, Reading out[MAX_READINGS]) {
		memcpy(out, of(context).readings, sizeof of(context).readings);
		return of(context).reading_count;
	};

	hal_.wire_search = [](void *context, uint32_t pin, WireSearch *search, float *celsius) {
		of(context).searches++;
		if (search->fork >= of(context).on_wire) return false;
		search->address[0] = of(context).family;
		search->address[7] = ++search->fork;
		*celsius = static_cast<float>(pin);
		return true;
	};

	hal_.wifi_join = nullptr;
	if (radio.is_there) {
		hal_.wifi_join = [](void *context, const wire::WifiConfig &network) {
			of(context).radio.join(network, of(context).now);
		};
		hal_.wifi_state = [](void *context) { return of(context).radio.state(of(context).now); };
		hal_.wifi_scan = [](void *context) { of(context).radio.scan(of(context).now); };
		hal_.wifi_heard = [](void *context, size_t index, HeardNetwork *out) {
			return of(context).radio.heard(index, out, of(context).now);
		};
	}
	hal_.look_up_hub = nullptr;
	if (looks_up)
		hal_.look_up_hub = [](void *context, const uint8_t *, wire::HubAddress *out) {
			*out = of(context).looked_up;
			return out->host[0] != '\0';
		};
	hal_.image_trial_ms = [](void *context) { return of(context).image_trial_ms; };
	hal_.image_keep = [](void *context) {
		of(context).kept_images++;
		of(context).image_trial_ms = 0;
	};
	hal_.image_go_back = [](void *context) { of(context).older_images++; };

	hal_.tcp_connect = [](void *context, const char *host, uint16_t) {
		snprintf(of(context).last_host, sizeof last_host, "%s", host);
		of(context).is_at_dead_host_ = false;
		for (const char *dead : of(context).dead_hosts)
			if (strcmp(host, dead) == 0) of(context).is_at_dead_host_ = true;
		if (of(context).is_at_dead_host_) return of(context).dead_connects++, true;
		return of(context).hub != nullptr && of(context).hub->connect();
	};
	hal_.tcp_state = [](void *context) {
		return of(context).is_at_dead_host_ ? Tcp::Connecting : of(context).hub->state();
	};
	hal_.tcp_send = [](void *context, const uint8_t *from, size_t size) { return of(context).hub->take(from, size); };
	hal_.tcp_receive = [](void *context, uint8_t *out, size_t room) { return of(context).hub->give(out, room); };
	hal_.tcp_close = [](void *context) {
		if (of(context).hub != nullptr) of(context).hub->close();
	};

	hal_.vitals = [](void *, Vitals *out) { *out = {}; };
	hal_.log = [](void *context, wire::LogLevel, const char *text) {
		snprintf(of(context).last_log, sizeof of(context).last_log, "%s", text);
		of(context).serial.say(text);
	};
	hal_.serial_read = [](void *context, uint8_t *out, size_t room) { return of(context).serial.read(out, room); };
	hal_.serial_write = [](void *context, const uint8_t *from, size_t size) {
		return of(context).serial.write(from, size);
	};
	hal_.switch_image = [](void *context, uint32_t size) {
		of(context).switched_image = size;
		return true;
	};
	hal_.restart = [](void *context) { of(context).restarts++; };
	return hal_;
}

} // namespace mooring::test
