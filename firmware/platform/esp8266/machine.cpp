#include "machine.h"

#include <Arduino.h>
#include <user_interface.h>

#include "../../core/controls/sensor_types.h"
#include "flash.h"
#include "pins.h"

namespace mooring::esp8266 {

namespace {

Machine &of(void *context) { return *static_cast<Machine *>(context); }

uint64_t monotonic_ms() { return micros64() / 1000; }

bool flash_has_two_wires() { return ESP.getFlashChipMode() == FM_DOUT; }

wire::BootReason boot_reason() {
	switch (ESP.getResetInfoPtr()->reason) {
		case REASON_WDT_RST:
		case REASON_SOFT_WDT_RST:
			return mooring_v2_BootReason_BOOT_REASON_WATCHDOG;
		case REASON_EXCEPTION_RST:
			return mooring_v2_BootReason_BOOT_REASON_CRASH;
		case REASON_SOFT_RESTART:
			return mooring_v2_BootReason_BOOT_REASON_REBOOT;
		default:
			// Power or button: this chip often says "external" after both, so both count as power-on.
			return mooring_v2_BootReason_BOOT_REASON_POWER_ON;
	}
}

} // namespace

Hal Machine::hal() {
	Hal hal = {};
	hal.context = this;
	wifi_get_macaddr(STATION_IF, hal.mac);
	hal.chip = "ESP8266";
	hal.boot_reason = boot_reason();

	hal.monotonic_ms = [](void *) { return monotonic_ms(); };
	hal.unix_ms = [](void *context, uint64_t *now) {
		*now = static_cast<uint64_t>(of(context).unix_at_zero_) + monotonic_ms();
		return of(context).knows_time_;
	};
	hal.set_unix_ms = [](void *context, uint64_t now) {
		of(context).unix_at_zero_ = static_cast<int64_t>(now - monotonic_ms());
		of(context).knows_time_ = true;
	};
	hal.random = [](void *, uint8_t *out, size_t size) { ESP.random(out, size); };

	hal.flash_size = [](void *, Region region) { return flash_size(region); };
	hal.flash_read = [](void *, Region region, uint32_t offset, uint8_t *out, uint32_t size) {
		return flash_read(region, offset, out, size);
	};
	hal.flash_erase = [](void *, Region region, uint32_t sector) { return flash_erase(region, sector); };
	hal.flash_write = [](void *, Region region, uint32_t offset, const uint8_t *from, uint32_t size) {
		return flash_write(region, offset, from, size);
	};

	hal.pin_refusal = [](void *, uint32_t pin, PinUse use) { return pin_refusal(pin, use, flash_has_two_wires()); };
	hal.pin_write = [](void *context, uint32_t pin, bool high) {
		of(context).use(pin);
		// The level first: it stays in its register until the pin becomes an output.
		digitalWrite(static_cast<uint8_t>(pin), high ? HIGH : LOW);
		pinMode(static_cast<uint8_t>(pin), OUTPUT);
	};
	hal.pin_listen = [](void *context, const wire::InputConfig &input) {
		of(context).use(input.pin);
		pinMode(static_cast<uint8_t>(input.pin), input.pull_up ? INPUT_PULLUP : INPUT);
	};
	hal.pin_read = [](void *, uint32_t pin) { return digitalRead(static_cast<uint8_t>(pin)) == HIGH; };
	hal.pin_release = [](void *context, uint32_t pin) {
		of(context).used_ &= ~(1u << pin);
		pinMode(static_cast<uint8_t>(pin), INPUT);
	};
#ifdef MOORING_LIGHT_PIN
	hal.light = [](void *context, bool lit) {
		if ((of(context).used_ >> MOORING_LIGHT_PIN & 1) != 0) return;
		digitalWrite(MOORING_LIGHT_PIN, lit == MOORING_LIGHT_HIGH ? HIGH : LOW);
		pinMode(MOORING_LIGHT_PIN, OUTPUT);
	};
#else
	hal.light = nullptr; // it has none, or nobody knows its pin
#endif

	hal.sensor_possible = [](void *, const wire::SensorConfig &sensor) {
		const bool two_wires = flash_has_two_wires();
		return Drivers::knows(sensor) && is_for_sensors(sensor.pin, two_wires) &&
			   (!speaks_i2c(sensor.type) || is_for_sensors(sensor.pin2, two_wires));
	};
	hal.sensor_read = [](void *context, const wire::SensorConfig &sensor, Reading out[MAX_READINGS]) {
		of(context).use(sensor.pin);
		if (speaks_i2c(sensor.type)) of(context).use(sensor.pin2);
		return of(context).drivers_.read(sensor, monotonic_ms(), out);
	};
	hal.wire_search = [](void *context, uint32_t pin, WireSearch *search, float *celsius) {
		return of(context).drivers_.search(pin, search, celsius);
	};

	hal.wifi_join = [](void *context, const wire::WifiConfig &network) { of(context).radio_.join(network); };
	hal.wifi_state = [](void *context) { return of(context).radio_.state(); };
	hal.wifi_scan = [](void *context) { of(context).radio_.scan(); };
	hal.wifi_heard = [](void *context, size_t index, HeardNetwork *out) {
		return of(context).radio_.heard(index, out);
	};
	hal.look_up_hub = [](void *context, const uint8_t *id, wire::HubAddress *out) {
		return of(context).radio_.lookup.ask(id, out);
	};

	hal.tcp_connect = [](void *context, const char *host, uint16_t port) {
		return of(context).socket_.connect(host, port);
	};
	hal.tcp_state = [](void *context) { return of(context).socket_.state(); };
	hal.tcp_send = [](void *context, const uint8_t *from, size_t size) { return of(context).socket_.send(from, size); };
	hal.tcp_receive = [](void *context, uint8_t *out, size_t room) { return of(context).socket_.receive(out, room); };
	hal.tcp_close = [](void *context) { of(context).socket_.close(); };

	hal.vitals = [](void *context, Vitals *out) {
		*out = {};
		out->free_heap = ESP.getFreeHeap();
		of(context).radio_.tell(out);
	};
	hal.log = [](void *, wire::LogLevel, const char *text) { Serial.println(text); };
	hal.serial_read = [](void *, uint8_t *out, size_t room) {
		size_t size = 0;
		while (size < room && Serial.available() > 0) out[size++] = static_cast<uint8_t>(Serial.read());
		return size;
	};
	hal.serial_write = [](void *, const uint8_t *from, size_t size) {
		return static_cast<size_t>(Serial.availableForWrite()) >= size && Serial.write(from, size) == size;
	};
	hal.switch_image = [](void *, uint32_t size) { return switch_image(size); };
	hal.restart = [](void *context) { of(context).restart_ = true; };
	return hal;
}

bool Machine::takes_news() { return socket_.takes_news() || Serial.available() > 0; }

} // namespace mooring::esp8266
