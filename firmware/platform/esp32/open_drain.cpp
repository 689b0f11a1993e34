#include "open_drain.h"

#include <Arduino.h>
#include <driver/gpio.h>

namespace mooring::esp32 {

void OpenDrain::prepare(uint32_t pin) {
	gpio_config_t config = {};
	config.pin_bit_mask = 1ull << pin;
	config.mode = GPIO_MODE_INPUT_OUTPUT_OD;
	config.pull_up_en = GPIO_PULLUP_ENABLE;
	let_go(pin);
	gpio_config(&config);
}

void OpenDrain::drive_low(uint32_t pin) { gpio_set_level(static_cast<gpio_num_t>(pin), 0); }

void OpenDrain::let_go(uint32_t pin) { gpio_set_level(static_cast<gpio_num_t>(pin), 1); }

bool OpenDrain::is_high(uint32_t pin) { return gpio_get_level(static_cast<gpio_num_t>(pin)) != 0; }

uint32_t OpenDrain::now_us() { return micros(); }

void OpenDrain::wait_us(uint32_t us) { delayMicroseconds(us); }

void OpenDrain::begin_undisturbed() { portENTER_CRITICAL(&lock_); }

void OpenDrain::end_undisturbed() { portEXIT_CRITICAL(&lock_); }

} // namespace mooring::esp32
