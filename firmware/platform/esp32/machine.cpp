#include "machine.h"

#include <Arduino.h>
#include <driver/gpio.h>
#include <esp_system.h>
#include <esp_timer.h>
#include <soc/soc_caps.h>

#include "../../core/controls/sensor_types.h"
#include "../../core/update/image_trial.h"
#include "flash.h"
#include "pins.h"
#include "usb_port.h"

/** The Arduino core looks for this function. Without it, it would accept any image that gets as far as setup(). */
extern "C" bool verifyRollbackLater() { return true; }

namespace mooring::esp32 {

namespace {

#if CONFIG_IDF_TARGET_ESP32
constexpr char CHIP[] = "ESP32";
constexpr ChipPins PINS = {1, 6, 11, SOC_GPIO_VALID_GPIO_MASK, SOC_GPIO_VALID_OUTPUT_GPIO_MASK};
#elif CONFIG_IDF_TARGET_ESP32C3
constexpr char CHIP[] = "ESP32-C3";
constexpr ChipPins PINS = {21, 11, 17, SOC_GPIO_VALID_GPIO_MASK, SOC_GPIO_VALID_OUTPUT_GPIO_MASK};
#elif CONFIG_IDF_TARGET_ESP32S3
constexpr char CHIP[] = "ESP32-S3";
constexpr ChipPins PINS = {43, 26, 32, SOC_GPIO_VALID_GPIO_MASK, SOC_GPIO_VALID_OUTPUT_GPIO_MASK};
#else
#error "The pins of this chip are not known."
#endif

#if ARDUINO_USB_CDC_ON_BOOT
UsbPort<decltype(Serial)> usb_port(Serial);
#endif

Machine &of(void *context) { return *static_cast<Machine *>(context); }

constexpr unsigned long BAUD = 115'200;
/** time for a listening computer to read what is left */
constexpr uint32_t LAST_WORDS_MS = 50;

uint64_t monotonic_ms() { return static_cast<uint64_t>(esp_timer_get_time()) / 1000; }

bool is_for_sensors(uint32_t pin) { return pin_refusal(PINS, pin, PinUse::Relay) == nullptr; }

wire::BootReason boot_reason() {
	switch (esp_reset_reason()) {
		case ESP_RST_EXT:
			return mooring_v2_BootReason_BOOT_REASON_RESET_BUTTON;
		case ESP_RST_SW:
			return mooring_v2_BootReason_BOOT_REASON_REBOOT;
		case ESP_RST_PANIC:
			return mooring_v2_BootReason_BOOT_REASON_CRASH;
		case ESP_RST_INT_WDT:
		case ESP_RST_TASK_WDT:
		case ESP_RST_WDT:
			return mooring_v2_BootReason_BOOT_REASON_WATCHDOG;
		case ESP_RST_BROWNOUT:
			return mooring_v2_BootReason_BOOT_REASON_BROWN_OUT;
		default:
			return mooring_v2_BootReason_BOOT_REASON_POWER_ON;
	}
}

void set_up(uint32_t pin, gpio_mode_t mode, bool pull_up) {
	gpio_config_t config = {};
	config.pin_bit_mask = 1ull << pin;
	config.mode = mode;
	config.pull_up_en = pull_up ? GPIO_PULLUP_ENABLE : GPIO_PULLUP_DISABLE;
	gpio_config(&config);
}

} // namespace

Hal Machine::hal() {
	Hal hal = {};
	hal.context = this;
	esp_read_mac(hal.mac, ESP_MAC_WIFI_STA);
	hal.chip = CHIP;
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
	hal.random = [](void *, uint8_t *out, size_t size) { esp_fill_random(out, size); };

	hal.flash_size = [](void *, Region region) { return flash_size(region); };
	hal.flash_read = [](void *, Region region, uint32_t offset, uint8_t *out, uint32_t size) {
		return flash_read(region, offset, out, size);
	};
	hal.flash_erase = [](void *, Region region, uint32_t sector) { return flash_erase(region, sector); };
	hal.flash_write = [](void *, Region region, uint32_t offset, const uint8_t *from, uint32_t size) {
		return flash_write(region, offset, from, size);
	};

	hal.pin_refusal = [](void *, uint32_t pin, PinUse use) { return pin_refusal(PINS, pin, use); };
	hal.pin_write = [](void *context, uint32_t pin, bool high) {
		// The level first: it stays in its register until the pin becomes an output.
		gpio_set_level(static_cast<gpio_num_t>(pin), high ? 1 : 0);
		set_up(pin, GPIO_MODE_OUTPUT, false);
		of(context).use(pin);
	};
	hal.pin_listen = [](void *context, const wire::InputConfig &input) {
		of(context).use(input.pin);
		set_up(input.pin, GPIO_MODE_INPUT, input.pull_up);
	};
	hal.pin_read = [](void *, uint32_t pin) { return gpio_get_level(static_cast<gpio_num_t>(pin)) != 0; };
	hal.pin_release = [](void *context, uint32_t pin) {
		of(context).used_ &= ~(1ull << pin);
		set_up(pin, GPIO_MODE_INPUT, false);
	};
#ifdef MOORING_LIGHT_PIN
	hal.light = [](void *context, bool lit) {
		if ((of(context).used_ >> MOORING_LIGHT_PIN & 1) != 0) return;
		gpio_set_level(static_cast<gpio_num_t>(MOORING_LIGHT_PIN), lit == MOORING_LIGHT_HIGH ? 1 : 0);
		set_up(MOORING_LIGHT_PIN, GPIO_MODE_OUTPUT, false);
	};
#else
	hal.light = nullptr; // a coloured light needs more than a level
#endif

	hal.sensor_possible = [](void *, const wire::SensorConfig &sensor) {
		return Drivers::knows(sensor) && is_for_sensors(sensor.pin) &&
			   (!speaks_i2c(sensor.type) || is_for_sensors(sensor.pin2));
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
	hal.image_trial_ms = [](void *) { return is_on_trial() ? ImageTrial::MS : 0; };
	hal.image_keep = [](void *) { keep_image(); };
	hal.image_go_back = [](void *context) { of(context).go_back_ = true; };

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
#if ARDUINO_USB_CDC_ON_BOOT
	hal.log = [](void *, wire::LogLevel, const char *text) { usb_port.say(text); };
#else
	hal.log = [](void *, wire::LogLevel, const char *text) { Serial.println(text); };
#endif
	hal.serial_read = [](void *, uint8_t *out, size_t room) {
		size_t size = 0;
		while (size < room && Serial.available() > 0) out[size++] = static_cast<uint8_t>(Serial.read());
		return size;
	};
	hal.serial_write = [](void *, const uint8_t *from, size_t size) {
#if ARDUINO_USB_CDC_ON_BOOT
		return usb_port.write(from, size);
#else
		return static_cast<size_t>(Serial.availableForWrite()) >= size && Serial.write(from, size) == size;
#endif
	};
	hal.switch_image = [](void *, uint32_t) { return switch_image(); };
	hal.restart = [](void *context) { of(context).restart_ = true; };
	return hal;
}

void begin_serial() {
#if ARDUINO_USB_CDC_ON_BOOT
	Serial.setTxBufferSize(decltype(usb_port)::BUFFER_BYTES);
	Serial.setTxTimeoutMs(0);
#endif
	Serial.begin(BAUD);
	Serial.write('\n');
}

void end_serial() {
#if ARDUINO_USB_CDC_ON_BOOT
	// flush() would wait for ever if nobody reads.
	delay(LAST_WORDS_MS);
#else
	Serial.flush();
#endif
}

bool Machine::has_news() const { return socket_.has_news() || Serial.available() > 0; }

} // namespace mooring::esp32
