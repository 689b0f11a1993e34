#include "machine.h"

#include <sodium.h>

#include <chrono>
#include <cstdio>

namespace mooring::posix {

namespace {

/** As many as any chip has. */
constexpr uint32_t PINS = 49;
/** How much of the operation is done when the power is lost, unless given. */
constexpr unsigned HALF_DONE = 50;

Machine &of(void *context) { return *static_cast<Machine *>(context); }

template<typename Clock>
int64_t milliseconds() {
	return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch()).count();
}

/** Since the start of this process. */
Time monotonic_ms() {
	static const int64_t started = milliseconds<std::chrono::steady_clock>();
	return milliseconds<std::chrono::steady_clock>() - started;
}

} // namespace

Hal Machine::hal(const wire::HubAddress &hub, wire::BootReason reason) {
	Hal hal = {};
	hal.context = this;
	memcpy(hal.mac, flash.mac(), sizeof hal.mac);
	hal.chip = "posix";
	hal.firmware = images.version();
	hal.boot_reason = reason;
	hal.hub = hub;

	hal.monotonic_ms = [](void *) { return static_cast<uint64_t>(monotonic_ms()); };
	hal.unix_ms = [](void *context, uint64_t *now) {
		*now = static_cast<uint64_t>(milliseconds<std::chrono::system_clock>() + of(context).clock_offset_);
		return true;
	};
	hal.set_unix_ms = [](void *context, uint64_t now) {
		of(context).clock_offset_ = static_cast<int64_t>(now) - milliseconds<std::chrono::system_clock>();
	};
	hal.random = [](void *, uint8_t *out, size_t size) { randombytes_buf(out, size); };

	hal.flash_size = [](void *context, Region region) { return of(context).flash.size(region); };
	hal.flash_read = [](void *context, Region region, uint32_t offset, uint8_t *out, uint32_t size) {
		return of(context).flash.read(region, offset, out, size);
	};
	hal.flash_erase = [](void *context, Region region, uint32_t sector) {
		return of(context).flash.erase(region, sector);
	};
	hal.flash_write = [](void *context, Region region, uint32_t offset, const uint8_t *from, uint32_t size) {
		return of(context).flash.write(region, offset, from, size);
	};

	hal.pin_refusal = [](void *context, uint32_t pin, PinUse use) -> const char * {
		if (const PinRules rules = of(context).rules_) return rules(pin, use);
		return pin < PINS ? nullptr : "There is no such pin.";
	};
	hal.pin_write = [](void *context, uint32_t pin, bool high) { of(context).room.write(pin, high); };
	hal.pin_listen = [](void *context, const wire::InputConfig &input) {
		of(context).room.listen(input.pin, input.pull_up);
	};
	hal.pin_read = [](void *context, uint32_t pin) { return of(context).room.read(pin); };
	hal.pin_release = [](void *context, uint32_t pin) { of(context).room.release(pin); };
	if (light_)
		hal.light = [](void *context, bool lit) {
			Machine &machine = of(context);
			machine.room.light(machine.light_->pin, lit == machine.light_->lit_high);
		};

	hal.sensor_possible = [](void *, const wire::SensorConfig &sensor) {
		return sensor.type > mooring_v2_SensorType_SENSOR_TYPE_UNSPECIFIED &&
			   sensor.type <= mooring_v2_SensorType_SENSOR_TYPE_BH1750;
	};
	hal.wire_search = [](void *context, uint32_t pin, WireSearch *search, float *celsius) {
		return of(context).room.search(pin, search, celsius);
	};
	hal.sensor_read = [](void *context, const wire::SensorConfig &sensor, Reading out[MAX_READINGS]) {
		return of(context).room.measure(sensor, out);
	};

	if (radio.is_there()) {
		hal.wifi_join = [](void *context, const wire::WifiConfig &network) {
			of(context).radio.join(network, monotonic_ms());
		};
		hal.wifi_state = [](void *context) { return of(context).radio.state(monotonic_ms()); };
		hal.wifi_scan = [](void *context) { of(context).radio.scan(monotonic_ms()); };
		hal.wifi_heard = [](void *context, size_t index, HeardNetwork *out) {
			return of(context).radio.heard(index, out, monotonic_ms());
		};
	}
	hal.image_trial_ms = [](void *context) { return of(context).images.trial_ms(); };
	hal.image_keep = [](void *context) { of(context).images.keep(); };
	hal.image_go_back = [](void *context) {
		of(context).images.go_back();
		of(context).restart_ = true;
	};

	hal.tcp_connect = [](void *context, const char *host, uint16_t port) {
		return !of(context).images.is_deaf() && of(context).socket.connect(host, port);
	};
	hal.tcp_state = [](void *context) { return of(context).socket.state(); };
	hal.tcp_send = [](void *context, const uint8_t *from, size_t size) { return of(context).socket.send(from, size); };
	hal.tcp_receive = [](void *context, uint8_t *out, size_t room) { return of(context).socket.receive(out, room); };
	hal.tcp_close = [](void *context) { of(context).socket.close(); };

	hal.vitals = [](void *context, Vitals *out) {
		*out = {};
		of(context).radio.tell(out, monotonic_ms());
	};
	hal.log = [](void *, wire::LogLevel, const char *text) { puts(text); };
	hal.serial_read = [](void *context, uint8_t *out, size_t room) { return of(context).serial.read(out, room); };
	hal.serial_write = [](void *context, const uint8_t *from, size_t size) {
		return of(context).serial.write(from, size);
	};
	hal.switch_image = [](void *context, uint32_t) { return of(context).images.switch_over(); };
	hal.restart = [](void *context) { of(context).restart_ = true; };
	return hal;
}

void Machine::obey(const std::string &line) {
	unsigned pin;
	char word[8];
	if (sscanf(line.c_str(), "pin %u %7s", &pin, word) == 2) room.move(pin, strcmp(word, "high") == 0);
	if (line.rfind("power ", 0) == 0) take_power(line.c_str() + strlen("power "));
	if (line.rfind("wifi ", 0) != 0) return;
	const size_t begin = strlen("wifi "), end = line.rfind(' ');
	if (end > begin) radio.turn(line.substr(begin, end - begin), line.substr(end) == " on");
}

bool Machine::take_chip(const char *name) {
	rules_ = rules_of(name);
	return rules_ != nullptr;
}

bool Machine::take_light(const char *text) {
	unsigned pin;
	char word[8];
	if (sscanf(text, "%u=%7s", &pin, word) != 2 || pin >= PINS) return false;
	const bool lit_high = strcmp(word, "high") == 0;
	if (!lit_high && strcmp(word, "low") != 0) return false;
	light_ = Light{pin, lit_high};
	return true;
}

bool Machine::take_power(const char *text) {
	unsigned operation, percent = HALF_DONE;
	if (sscanf(text, "%u %u", &operation, &percent) < 1) return false;
	flash.lose_power(operation, percent);
	return true;
}

bool Machine::takes_restart() {
	const bool wanted = restart_;
	restart_ = false;
	return wanted;
}

} // namespace mooring::posix
