#include "machine.h"

#include "host.h"

namespace mooring::wasm {

namespace {

/** The host knows a board by its number. */
uint32_t of(void *context) { return reinterpret_cast<uintptr_t>(context); }

void set_up_radio(Hal *hal) {
	hal->wifi_join = [](void *context, const wire::WifiConfig &network) {
		host_wifi_join(of(context), network.ssid, network.password);
	};
	hal->wifi_state = [](void *context) { return host_wifi_state(of(context)); };
	hal->wifi_scan = [](void *context) { host_wifi_scan(of(context)); };
	hal->wifi_heard = [](void *context, size_t index, HeardNetwork *out) {
		*out = {};
		return host_wifi_heard(of(context), index, out->ssid, &out->rssi, &out->open);
	};
}

void set_up_pins(Hal *hal) {
	hal->pin_refusal = [](void *context, uint32_t pin, PinUse use) -> const char * {
		// Static: the core uses one answer before it asks for the next.
		static char words[sizeof mooring_v2_ConfigApplied::error];
		const size_t size = host_pin_refusal(of(context), pin, use, words, sizeof words - 1);
		words[size] = '\0';
		return size > 0 ? words : nullptr;
	};
	hal->pin_write = [](void *context, uint32_t pin, bool high) { host_pin_write(of(context), pin, high); };
	hal->pin_listen = [](void *context, const wire::InputConfig &input) {
		host_pin_listen(of(context), input.pin, input.pull_up, input.active_low, input.id);
	};
	hal->pin_read = [](void *context, uint32_t pin) { return host_pin_read(of(context), pin); };
	hal->pin_release = [](void *context, uint32_t pin) { host_pin_release(of(context), pin); };
	hal->light = nullptr; // the log says who is looked for

	hal->sensor_possible = [](void *context, const wire::SensorConfig &sensor) {
		return host_sensor_possible(of(context), sensor.type, sensor.pin, sensor.pin2);
	};
	hal->sensor_read = [](void *context, const wire::SensorConfig &sensor, Reading out[MAX_READINGS]) {
		const uint8_t *address = sensor.address.size > 0 ? sensor.address.bytes : nullptr;
		return host_sensor_read(of(context), sensor.id, sensor.type, sensor.pin, address, out);
	};
	// The host counts the sensors of a wire.
	hal->wire_search = [](void *context, uint32_t pin, WireSearch *search, float *celsius) {
		return host_wire_search(of(context), pin, search->fork++, search->address, celsius);
	};
}

void set_up_flash(Hal *hal) {
	hal->flash_size = [](void *context, Region region) { return host_flash_size(of(context), region); };
	hal->flash_read = [](void *context, Region region, uint32_t offset, uint8_t *out, uint32_t size) {
		return host_flash_read(of(context), region, offset, out, size);
	};
	hal->flash_erase = [](void *context, Region region, uint32_t sector) {
		return host_flash_erase(of(context), region, sector);
	};
	hal->flash_write = [](void *context, Region region, uint32_t offset, const uint8_t *from, uint32_t size) {
		return host_flash_write(of(context), region, offset, from, size);
	};
	hal->image_trial_ms = [](void *context) { return host_image_trial_ms(of(context)); };
	hal->image_keep = [](void *context) { host_image_keep(of(context)); };
	hal->image_go_back = [](void *context) { host_image_go_back(of(context)); };
	hal->image_announced = [](void *context, const char *version) { host_image_announced(of(context), version); };
	hal->switch_image = [](void *context, uint32_t) { return host_image_switch(of(context)); };
}

void set_up_socket(Hal *hal) {
	hal->tcp_connect = [](void *context, const char *host, uint16_t port) {
		return host_tcp_connect(of(context), host, port);
	};
	hal->tcp_state = [](void *context) { return host_tcp_state(of(context)); };
	hal->tcp_send = [](void *context, const uint8_t *from, size_t size) {
		return host_tcp_send(of(context), from, size);
	};
	hal->tcp_receive = [](void *context, uint8_t *out, size_t room) {
		return host_tcp_receive(of(context), out, room);
	};
	hal->tcp_close = [](void *context) { host_tcp_close(of(context)); };
}

} // namespace

Hal machine(uint32_t board, const Start &start) {
	Hal hal = {};
	hal.context = reinterpret_cast<void *>(board);
	memcpy(hal.mac, start.mac, sizeof hal.mac);
	hal.chip = "virtual";
	hal.firmware = start.firmware[0] != '\0' ? start.firmware : nullptr;
	hal.boot_reason = static_cast<wire::BootReason>(start.boot_reason);
	memcpy(hal.hub.host, start.hub_host, sizeof hal.hub.host);
	hal.hub.port = start.hub_port;
	hal.keeps_power = start.keeps_power != 0;

	hal.monotonic_ms = [](void *context) { return static_cast<uint64_t>(host_monotonic_ms(of(context))); };
	hal.unix_ms = [](void *context, uint64_t *now) {
		const double told = host_unix_ms(of(context));
		*now = told < 0 ? 0 : static_cast<uint64_t>(told);
		return told >= 0;
	};
	hal.set_unix_ms = [](void *context, uint64_t now) { host_set_unix_ms(of(context), static_cast<double>(now)); };
	hal.random = [](void *context, uint8_t *out, size_t size) { host_random(of(context), out, size); };
	set_up_flash(&hal);
	set_up_pins(&hal);
	if (start.has_radio != 0) set_up_radio(&hal);
	set_up_socket(&hal);

	hal.vitals = [](void *context, Vitals *out) {
		*out = {};
		host_wifi_vitals(of(context), out->ssid, &out->rssi, out->address);
	};
	hal.log = [](void *context, wire::LogLevel, const char *text) { host_log(of(context), text); };
	hal.serial_read = [](void *context, uint8_t *out, size_t room) { return host_serial_read(of(context), out, room); };
	hal.serial_write = [](void *context, const uint8_t *from, size_t size) {
		return host_serial_write(of(context), from, size);
	};
	hal.restart = [](void *context) { host_restart(of(context)); };
	return hal;
}

} // namespace mooring::wasm
