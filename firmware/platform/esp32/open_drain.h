#pragma once

#include <freertos/FreeRTOS.h>

#include "../sensors/pins.h"

namespace mooring::esp32 {

/** For any GPIO that can be an output. */
class OpenDrain final : public Pins {
public:
	void prepare(uint32_t pin) override;
	void drive_low(uint32_t pin) override;
	void let_go(uint32_t pin) override;
	bool is_high(uint32_t pin) override;
	uint32_t now_us() override;
	void wait_us(uint32_t us) override;
	void begin_undisturbed() override;
	void end_undisturbed() override;

private:
	portMUX_TYPE lock_ = portMUX_INITIALIZER_UNLOCKED;
};

} // namespace mooring::esp32
